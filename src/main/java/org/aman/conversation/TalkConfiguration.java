package org.aman.conversation;

import java.util.List;
import java.util.Optional;
import org.aman.language.Messages;
import org.aman.place.Gazetteer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together those who word the replies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TalkSettings.class)
class TalkConfiguration {
    @Bean
    ReplyWriter replyWriter(Messages messages, Gazetteer gazetteer, TalkSettings settings) {
        Whereabouts whereabouts = new Whereabouts(messages, gazetteer);
        UpdateWriter updates = new UpdateWriter(
                messages, id -> Optional.empty(), whereabouts, new Moments(messages, settings.zone()));
        return new ReplyWriter(
                messages,
                gazetteer,
                updates,
                new Choices(messages, gazetteer, List::of, whereabouts),
                new Contacts(messages, settings));
    }
}
