package org.aman.search;

import org.aman.knowledge.Freshness;
import org.aman.knowledge.Topics;
import org.aman.knowledge.Updates;
import org.aman.language.Lexicon;
import org.aman.place.Gazetteer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the index together, filled before anything can ask it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IndexSettings.class)
class SearchConfiguration {
    @Bean(destroyMethod = "close")
    UpdateIndex updateIndex(IndexSettings settings, Lexicon lexicon, Gazetteer gazetteer, Topics topics) {
        return UpdateIndex.in(settings.index(), lexicon, gazetteer, topics);
    }

    /** Made after the knowledge folder was taken over, so that the index is filled once and not file by file. */
    @Bean(destroyMethod = "save")
    IndexKeeper indexKeeper(
            UpdateIndex index, Updates updates, Freshness freshness, @Qualifier("knowledgeFolder") Object knowledgeIsTakenOver) {
        IndexKeeper keeper = new IndexKeeper(index, updates, freshness);
        keeper.catchUp();
        keeper.save();
        return keeper;
    }
}
