package org.aman;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/**
 * The settings that some record of ours reads, such as {@code aman.key-file}; the parts of a list carry empty brackets,
 * as in {@code aman.emergency.contacts[].reach}.
 */
final class KnownSettings {
    static final String OURS = "aman";

    private static final Pattern INDEX = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern INDEX_IN_VARIABLE = Pattern.compile("_[0-9]+(?=_|$)");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[-_.]|\\[\\]");

    private final SortedSet<String> names = new TreeSet<>();
    private final Set<String> variables;

    /** Those that these records read, each with the beginning of its settings' names. */
    KnownSettings(Map<Class<?>, String> records) {
        records.forEach((record, prefix) -> addParts(prefix, record));
        variables = names.stream().map(KnownSettings::letters).collect(Collectors.toSet());
    }

    /** The records of the house that read settings of ours, each with the beginning of its settings' names. */
    static Map<Class<?>, String> records(ListableBeanFactory house) {
        Map<Class<?>, String> records = new LinkedHashMap<>();
        for (String name : house.getBeanDefinitionNames()) {
            Class<?> record = house.getType(name, false);
            ConfigurationProperties reads = record == null ? null : record.getAnnotation(ConfigurationProperties.class);
            if (reads != null && (reads.value().equals(OURS) || reads.value().startsWith(OURS + "."))) {
                records.put(record, reads.value());
            }
        }
        return records;
    }

    private void addParts(String prefix, Class<?> record) {
        for (RecordComponent part : record.getRecordComponents()) {
            add(prefix + "." + DataObjectPropertyName.toDashedForm(part.getName()), part.getGenericType());
        }
    }

    private void add(String name, Type type) {
        if (type instanceof Class<?> record && record.isRecord()) {
            addParts(name, record);
        } else if (type instanceof ParameterizedType several && several.getRawType() == Map.class) {
            names.add(name + "[]");
        } else if (type instanceof ParameterizedType several && Collection.class.isAssignableFrom(raw(several))) {
            add(name + "[]", several.getActualTypeArguments()[0]);
        } else {
            names.add(name);
        }
    }

    private static Class<?> raw(ParameterizedType type) {
        return (Class<?>) type.getRawType();
    }

    /** All of them, in the order of the alphabet. */
    SortedSet<String> names() {
        return names;
    }

    /** Whether someone reads this key of a file, an argument or a system property; {@code keyFile} is key-file too. */
    boolean reads(String key) {
        String name = INDEX.matcher(DataObjectPropertyName.toDashedForm(key)).replaceAll("[]");
        // A list of plain values, and an empty one, may be written without an index.
        return names.contains(name) || names.stream().anyMatch(one -> one.startsWith(name + "[]"));
    }

    /** Whether someone reads this environment variable, such as AMAN_KEYFILE or AMAN_KEY_FILE. */
    boolean readsVariable(String variable) {
        return variables.contains(letters(INDEX_IN_VARIABLE.matcher(variable).replaceAll("")));
    }

    private static String letters(String name) {
        return BETWEEN_WORDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** The known name most like this one. */
    String nearest(String name) {
        String letters = letters(name);
        return names.stream()
                .min(Comparator.comparingInt(one -> distance(letters(one), letters)))
                .orElse(OURS);
    }

    /** How many letters must be put in, left out or changed. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[other.length()];
    }
}
