package org.aman.answer;

import java.util.List;
import org.aman.knowledge.Topic;
import org.aman.language.Language;
import org.aman.place.Place;

/**
 * What was understood of a question.
 *
 * @param language the language to answer in
 * @param places the places it is about, the one named or chosen; empty when none is known
 * @param topics the topics it is about, the likeliest first
 * @param nearest whether it asks for the nearest of something
 */
public record Understanding(Language language, List<Place.Id> places, List<Topic.Id> topics, boolean nearest) {
    public Understanding {
        places = List.copyOf(places);
        topics = List.copyOf(topics);
    }
}
