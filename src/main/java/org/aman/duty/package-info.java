/** What volunteers and admins do from a chat: drafts, reviews, reminders, alerts and the notices they get. */
@NullMarked
package org.aman.duty;

import org.jspecify.annotations.NullMarked;
