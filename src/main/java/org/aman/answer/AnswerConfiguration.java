package org.aman.answer;

import org.aman.knowledge.Topics;
import org.aman.language.Lexicon;
import org.aman.place.Gazetteer;
import org.aman.search.UpdateIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Puts the answerer together, once the index is filled. */
@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {
    @Bean
    @DependsOn("indexKeeper")
    Answerer answerer(UpdateIndex index, Lexicon lexicon, Gazetteer gazetteer, Topics topics) {
        return new Answerer(index, lexicon, gazetteer, topics);
    }

    @Bean
    @DependsOn("indexKeeper")
    Rehearsal rehearsal(UpdateIndex index, Lexicon lexicon, Gazetteer gazetteer, Topics topics) {
        return new Rehearsal(index, lexicon, gazetteer, topics);
    }
}
