/** The people who keep Aman: who they are, what each may do, how they sign in, and the journal of what they did. */
@NullMarked
package org.aman.staff;

import org.jspecify.annotations.NullMarked;
