/** What is known: topics, vetted updates, their files, their vetting and their keeping. */
@NullMarked
package org.aman.knowledge;

import org.jspecify.annotations.NullMarked;
