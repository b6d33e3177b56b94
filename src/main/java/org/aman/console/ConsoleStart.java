package org.aman.console;

import java.util.Optional;
import org.aman.staff.DoorSettings;
import org.aman.staff.FirstAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the console is; while nobody can let anybody in, with the link for the first admin. */
@Component
final class ConsoleStart implements ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleStart.class);

    private final FirstAdmin firstAdmin;
    private final DoorSettings settings;
    private final Environment environment;

    ConsoleStart(FirstAdmin firstAdmin, DoorSettings settings, Environment environment) {
        this.firstAdmin = firstAdmin;
        this.settings = settings;
        this.environment = environment;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        String port = environment.getProperty("local.server.port");
        if (port == null) {
            return;
        }
        Optional<String> link = firstAdmin.link();
        if (link.isEmpty()) {
            LOG.info("The console is on {}/console", address());
        } else {
            LOG.info(
                    "The console is on {}/console and has no admin yet: become the first one, once and within 24 hours, on {}",
                    address(),
                    link(link.get()));
        }
    }

    /** The link that carries this secret, as people get it: by what is set, never by what a request claims. */
    String link(String secret) {
        return address() + "/console/link/" + secret;
    }

    private String address() {
        return settings.address().isEmpty()
                ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                : settings.address();
    }
}
