package org.aman.staff;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Hashes cheaply in a whole service whose tests sign people in over and over; imported by those, never found by itself. What the service
 * itself hashes with, {@link PasswordsTest} and the whole life of an update prove.
 */
public class CheapPasswords {
    @Bean
    @Primary
    Passwords cheapPasswords() {
        return new Passwords(new CountedHashes());
    }
}
