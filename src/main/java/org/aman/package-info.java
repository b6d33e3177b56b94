/** Aman answers civilians' safety questions from vetted updates; each package below is one room of the house. */
@NullMarked
package org.aman;

import org.jspecify.annotations.NullMarked;
