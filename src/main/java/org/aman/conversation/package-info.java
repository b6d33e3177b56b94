/** The talk with a resident: from what came in to the replies that go out. */
@NullMarked
package org.aman.conversation;

import org.jspecify.annotations.NullMarked;
