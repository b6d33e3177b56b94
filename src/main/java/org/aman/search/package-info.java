/** The Lucene index over the updates: which of them could answer a question. */
@NullMarked
package org.aman.search;

import org.jspecify.annotations.NullMarked;
