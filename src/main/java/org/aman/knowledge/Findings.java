package org.aman.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aman.language.YamlFile;

/** The objections to one file, collected while it is read. */
final class Findings {
    private final YamlFile.Tree tree;
    private final List<Finding> all = new ArrayList<>();

    Findings(YamlFile.Tree tree) {
        this.tree = tree;
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
        add(Finding.Severity.ADVICE, field, key, values);
    }

    private void add(Finding.Severity severity, String field, String key, Map<String, Object> values) {
        Map<String, Object> named = new java.util.HashMap<>(values);
        named.put("field", field);
        all.add(new Finding(severity, tree.file(), tree.line(field), field, key, named));
    }

    boolean hasErrors() {
        return all.stream().anyMatch(Finding::isError);
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
