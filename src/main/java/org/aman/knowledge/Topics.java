package org.aman.knowledge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aman.language.Bilingual;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

public final class Topics {
    private final Map<Topic.Id, Topic> topics = new LinkedHashMap<>();
    public static Topics load(Path file) {
        JsonNode root = new YAMLMapper().readTree(file.toFile());
        Topics t = new Topics();
        for (JsonNode n : root.get("topics")) {
            List<Topic.Status> st = new ArrayList<>();
            for (JsonNode s : n.get("statuses")) st.add(new Topic.Status(s.get("id").asString(), new Bilingual("x","y"), Topic.Polarity.valueOf(s.get("polarity").asString().toUpperCase(Locale.ROOT)), false));
            Set<String> c = new LinkedHashSet<>(); n.get("concepts").forEach(x -> c.add(x.asString()));
            Set<String> nd = new LinkedHashSet<>(); if (n.has("needs")) n.get("needs").forEach(x -> nd.add(x.asString()));
            Set<org.aman.place.Place.Kind> kinds = new LinkedHashSet<>(); if (n.has("kinds")) n.get("kinds").forEach(x -> kinds.add(org.aman.place.Place.Kind.valueOf(x.asString().toUpperCase(Locale.ROOT))));
            String life = n.get("lifetime").asString();
            Duration d = life.equals("none") ? null : life.endsWith("h") ? Duration.ofHours(Long.parseLong(life.substring(0, life.length()-1))) : Duration.ofDays(Long.parseLong(life.substring(0, life.length()-1)));
            Topic topic = new Topic(new Topic.Id(n.get("id").asString()), new Bilingual("x","y"), st, d, false, n.get("located").asBoolean(), n.has("passage") && n.get("passage").asBoolean(), kinds, c, nd);
            t.topics.put(topic.id(), topic);
        }
        return t;
    }
    public Optional<Topic> topic(Topic.Id id) { return Optional.ofNullable(topics.get(id)); }
    public Collection<Topic> all() { return topics.values(); }
}
