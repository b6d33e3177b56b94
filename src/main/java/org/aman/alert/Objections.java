package org.aman.alert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aman.knowledge.Finding;

/** Objections to an alert, collected. */
final class Objections {
    private static final Path WHERE = Path.of("alert");

    private final List<Finding> all = new ArrayList<>();

    static List<Finding> one(String key, Map<String, Object> values) {
        Objections objections = new Objections();
        objections.error("alert", key, values);
        return objections.all();
    }

    static List<Finding> one(String key) {
        return one(key, Map.of());
    }

    void error(String field, String key) {
        error(field, key, Map.of());
    }

    void error(String field, String key, Map<String, Object> values) {
        add(Finding.Severity.ERROR, field, key, values);
    }

    void advice(String field, String key, Map<String, Object> values) {
        add(Finding.Severity.ADVICE, field, key, values);
    }

    private void add(Finding.Severity severity, String field, String key, Map<String, Object> values) {
        Map<String, Object> named = new HashMap<>(values);
        named.put("field", field);
        all.add(new Finding(severity, WHERE, 0, field, "alert." + key, named));
    }

    boolean haveErrors() {
        return all.stream().anyMatch(Finding::isError);
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
