package org.aman.knowledge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.aman.language.YamlFile;

/** The objections to one update, collected while it is read. */
final class Findings {
    private final Path file;
    private final ToIntFunction<String> line;
    private final Set<String> strict;
    private final List<Finding> all;

    /** Objections to a file, each with its line. */
    Findings(YamlFile.Tree tree) {
        this.file = tree.file();
        this.line = tree::line;
        this.strict = Set.of();
        this.all = new ArrayList<>();
    }

    /** Objections to what was typed into a form. */
    Findings() {
        this.file = Path.of("");
        this.line = field -> 0;
        this.strict = Set.of();
        this.all = new ArrayList<>();
    }

    private Findings(Findings same, Set<String> strict) {
        this.file = same.file;
        this.line = same.line;
        this.strict = strict;
        this.all = same.all;
    }

    /** The same objections, where advice of these keys is an error from here on. */
    Findings stricter(Set<String> keys) {
        return new Findings(this, keys);
    }

    void error(String field, String key) {
        error(field, key, Map.of());
    }

    void error(String field, String key, Map<String, Object> values) {
        add(Finding.Severity.ERROR, field, key, values);
    }

    void advice(String field, String key) {
        advice(field, key, Map.of());
    }

    void advice(String field, String key, Map<String, Object> values) {
        add(strict.contains(key) ? Finding.Severity.ERROR : Finding.Severity.ADVICE, field, key, values);
    }

    private void add(Finding.Severity severity, String field, String key, Map<String, Object> values) {
        Map<String, Object> named = new java.util.HashMap<>(values);
        named.put("field", field);
        all.add(new Finding(severity, file, line.applyAsInt(field), field, key, named));
    }

    boolean hasErrors() {
        return all.stream().anyMatch(Finding::isError);
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
