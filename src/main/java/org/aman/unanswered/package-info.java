/** Questions that could not be answered, kept without who asked them. */
@NullMarked
package org.aman.unanswered;

import org.jspecify.annotations.NullMarked;
