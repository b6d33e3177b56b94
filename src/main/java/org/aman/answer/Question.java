package org.aman.answer;

import java.time.Instant;
import java.util.List;
import org.aman.knowledge.Topic;
import org.aman.language.Language;
import org.aman.place.Place;
import org.aman.place.Position;
import org.jspecify.annotations.Nullable;

/**
 * What a resident asks.
 *
 * @param text their words
 * @param language the language they chose; null to follow their words
 * @param place the area they chose as theirs; null for none
 * @param position a position just shared; never kept
 * @param before what they asked before in this chat, oldest first
 * @param in the place they picked by a button; it outweighs whatever the words name
 * @param about the topic they picked by a button; it outweighs whatever the words ask
 * @param at when they ask
 */
public record Question(
        String text,
        @Nullable Language language,
        Place.@Nullable Id place,
        @Nullable Position position,
        List<String> before,
        Place.@Nullable Id in,
        Topic.@Nullable Id about,
        Instant at) {
    public Question {
        before = List.copyOf(before);
    }

    /** Words alone, with nothing known of who asks. */
    public static Question of(String text, Instant at) {
        return new Question(text, null, null, null, List.of(), null, null, at);
    }

    /** Never the words: what residents say must not reach a log. */
    @Override
    public String toString() {
        return "Question[hidden]";
    }
}
