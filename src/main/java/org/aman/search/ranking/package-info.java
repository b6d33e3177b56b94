/** Which documents of the index come first for what is wanted, and which are nearest: by their terms alone. */
@NullMarked
package org.aman.search.ranking;

import org.jspecify.annotations.NullMarked;
