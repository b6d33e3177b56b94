/** From a question to what we know: understanding, weighing the evidence, deciding. */
@NullMarked
package org.aman.answer;

import org.jspecify.annotations.NullMarked;
