package org.aman;

import org.aman.answer.Learned;
import org.aman.command.Commands;
import org.aman.database.KeyWatch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;

/** Starts the service, or carries out a command. Nothing here is proxied: transactions are opened by hand, where they begin. */
@SpringBootApplication(
        exclude = {
            AopAutoConfiguration.class,
            PersistenceExceptionTranslationAutoConfiguration.class,
            TransactionAutoConfiguration.class
        })
public class Aman {
    public static void main(String[] arguments) {
        if (Commands.isAsked(arguments)) {
            System.exit(Commands.run(arguments, ScenarioClock.real()));
        }
        Thread.ofPlatform().daemon().start(Learned::shipped); // beside the start, which keeps one core busy
        SpringApplication.run(Aman.class, arguments)
                .getBean(KeyWatch.class)
                .begin(() -> Runtime.getRuntime().halt(3));
    }
}
