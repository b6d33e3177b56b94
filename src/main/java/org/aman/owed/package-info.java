/** What we owe residents: the answer they asked to be told, and corrections of what they were told. */
@NullMarked
package org.aman.owed;

import org.jspecify.annotations.NullMarked;
