/** Measures how fast the house answers and takes a publish, and what it needs; run by {@code mvn -Pbench verify}. */
@NullMarked
package org.aman.bench;

import org.jspecify.annotations.NullMarked;
