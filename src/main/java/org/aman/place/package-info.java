/** Places a resident can name: their spellings, how they lie within and beside each other, and where they are named in a text. */
@NullMarked
package org.aman.place;

import org.jspecify.annotations.NullMarked;
