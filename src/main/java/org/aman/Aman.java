package org.aman;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service. */
@SpringBootApplication
@EnableScheduling
public class Aman {
    public static void main(String[] arguments) {
        SpringApplication.run(Aman.class, arguments);
    }
}
