package org.aman.staff;

import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what the doors stand on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorSettings.class)
class StaffConfiguration {
    @Bean
    Secrets secrets() {
        return new Secrets(new SecureRandom());
    }

    @Bean
    Attempts attempts(DoorSettings settings) {
        return new Attempts(settings, System::nanoTime);
    }
}
