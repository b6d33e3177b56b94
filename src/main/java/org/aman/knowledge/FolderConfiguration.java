package org.aman.knowledge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.aman.database.Refusal;
import org.aman.language.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the folder of updates over, and watches it while the service runs. */
@Configuration(proxyBeanMethods = false)
class FolderConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(FolderConfiguration.class);

    /** Taken over before anything that answers is made, so that the first answer knows it. */
    @Bean
    KnowledgeFolder knowledgeFolder(
            KnowledgeSettings settings, KnowledgeFiles files, Updates updates, UpdateDesk desk, Messages messages) {
        Path folder = settings.knowledge();
        if (!Files.isDirectory(folder)) {
            throw new Refusal("aman.knowledge names the folder " + folder + ", which is not there. Make it, or name another");
        }
        KnowledgeFolder knowledge = new KnowledgeFolder(folder, files, updates, desk, messages);
        knowledge.takeOver();
        return knowledge;
    }

    @Bean
    KnowledgeWatch knowledgeWatch(KnowledgeFolder folder) {
        return new KnowledgeWatch(folder);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> knowledgeLine(Updates updates, KnowledgeSettings settings, Clock clock) {
        return ready -> {
            Updates.Standing standing = updates.standing(clock.instant());
            if (standing.current() == 0) {
                LOG.warn(
                        "Knowledge: nothing is current. Put vetted updates into {} and look at them with: check {}",
                        settings.knowledge(),
                        settings.knowledge());
            } else {
                LOG.info("Knowledge: {} updates are current, {} have ended", standing.current(), standing.ended());
            }
        };
    }
}
