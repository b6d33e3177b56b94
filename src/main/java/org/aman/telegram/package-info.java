/** Telegram at the edge: receiving, sending, rendering. The only room that knows Telegram. */
@NullMarked
package org.aman.telegram;

import org.jspecify.annotations.NullMarked;
