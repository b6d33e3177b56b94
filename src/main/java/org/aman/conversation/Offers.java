package org.aman.conversation;

import java.util.List;
import org.aman.knowledge.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What can be offered beside an answer.
 *
 * @param tell the name of the kept question by which the chat can be told later; null where no chat can be told
 * @param topics what else is known of the place, gravest first; empty where nothing is or no place was understood
 */
record Offers(@Nullable String tell, List<Topic.Id> topics) {
    static final Offers NONE = new Offers(null, List.of());

    Offers {
        topics = List.copyOf(topics);
    }
}
