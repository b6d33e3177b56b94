package org.aman.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the chat page together and says where it is. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class WebConfiguration {
    private static final Logger log = LoggerFactory.getLogger(WebConfiguration.class);

    @Bean
    Visitors visitors(WebSettings settings) {
        return new Visitors(settings.questionsPerMinute(), System::nanoTime);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> chatIsOn(Environment environment) {
        return ready -> {
            String port = environment.getProperty("local.server.port");
            if (port != null) {
                log.info("The chat is on http://localhost:{}/", port);
            }
        };
    }
}
