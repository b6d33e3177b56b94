package org.aman.knowledge;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the knowledge is.
 *
 * @param knowledge the folder of vetted updates
 * @param configuration the folder of places.yaml, topics.yaml and lexicon.yaml
 */
@ConfigurationProperties("aman")
public record KnowledgeSettings(
        @DefaultValue("knowledge") Path knowledge,
        @DefaultValue("config") Path configuration) {}
