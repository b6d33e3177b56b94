/** Languages and words: what is written in Arabic, English or Arabizi, read for matching and said to people. */
@NullMarked
package org.aman.language;

import org.jspecify.annotations.NullMarked;
