/** The residents' chat page and the public JSON interface. */
@NullMarked
package org.aman.web;

import org.jspecify.annotations.NullMarked;
