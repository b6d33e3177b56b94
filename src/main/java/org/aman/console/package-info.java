/** The pages on which the staff work; the only other room than web that knows HTML. */
@NullMarked
package org.aman.console;

import org.jspecify.annotations.NullMarked;
