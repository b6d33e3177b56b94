package org.aman;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class Aman {
    public static void main(String[] arguments) {
        SpringApplication.run(Aman.class, arguments);
    }
}
