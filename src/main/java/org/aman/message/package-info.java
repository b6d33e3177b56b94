/** What is said to a chat, free of any channel, and how the saying went. */
@NullMarked
package org.aman.message;

import org.jspecify.annotations.NullMarked;
