package org.aman;

import org.aman.command.Commands;
import org.aman.database.KeyWatch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service, or carries out a command. */
@SpringBootApplication
public class Aman {
    public static void main(String[] arguments) {
        if (Commands.isAsked(arguments)) {
            System.exit(Commands.run(arguments, ScenarioClock.real()));
        }
        SpringApplication.run(Aman.class, arguments)
                .getBean(KeyWatch.class)
                .begin(() -> Runtime.getRuntime().halt(3));
    }
}
