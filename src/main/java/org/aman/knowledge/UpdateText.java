package org.aman.knowledge;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.language.Sha256;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an update as its file, in one way only: the same update gives the same bytes, and reading them gives the same
 * update. So the SHA-256 of an exported file is what was approved.
 */
final class UpdateText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Words that YAML takes for something else. */
    private static final Set<String> NOT_PLAIN = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder yaml = new StringBuilder();

    private UpdateText() {}

    static String of(Update update) {
        UpdateText text = new UpdateText();
        text.write(update);
        return text.yaml.toString();
    }

    /** The SHA-256 of the file, in hex. */
    static String hash(Update update) {
        return Sha256.of(of(update));
    }

    private void write(Update update) {
        line("id", word(update.id().value()));
        line("topic", word(update.topic().value()));
        line("status", word(update.status()));
        line("places", list(update.places().stream().map(Object::toString).toList()));
        line("confidence", update.confidence().word());
        if (update.severity() != null) {
            line("severity", update.severity().word());
        }
        line("verified", update.verified().toString());
        if (update.expires() != null) {
            line("expires", update.expires().toString());
        }
        if (update.location() != null) {
            line("location", "{lat: " + update.location().latitude() + ", lon: " + update.location().longitude() + "}");
        }
        if (!update.supersedes().isEmpty()) {
            line("supersedes", list(update.supersedes().stream().sorted().map(Update.Id::value).toList()));
        }
        line("title", inline(update.title()));
        yaml.append("text:\n");
        for (Language language : Language.values()) {
            update.text().in(language).ifPresent(text -> block(language.code(), text));
        }
        questions(update);
        yaml.append("sources:\n");
        update.sources().forEach(this::source);
    }

    private void line(String key, String value) {
        yaml.append(key).append(": ").append(value).append('\n');
    }

    private static String word(String text) {
        return PLAIN.matcher(text).matches() && !NOT_PLAIN.contains(text) ? text : quoted(text);
    }

    private static String list(Collection<String> texts) {
        return texts.stream().map(UpdateText::word).collect(Collectors.joining(", ", "[", "]"));
    }

    /** As JSON writes it, which YAML reads the same; what would be unseen or break a line is spelled out. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        JSON.writeValueAsString(text).chars().forEach(letter -> {
            if (isPlainlySeen((char) letter)) {
                quoted.append((char) letter);
            } else {
                quoted.append("\\u").append(HexFormat.of().toHexDigits((char) letter));
            }
        });
        return quoted.toString();
    }

    private static boolean isPlainlySeen(char letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }

    private static String inline(Bilingual words) {
        return List.of(Language.ENGLISH, Language.ARABIC).stream()
                .flatMap(language -> words.in(language)
                        .map(text -> language.code() + ": " + quoted(text))
                        .stream())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Lines as they are, where nothing in them could be read otherwise. */
    private void block(String key, String text) {
        yaml.append("  ").append(key).append(": ");
        boolean plain = text.chars().allMatch(letter -> letter == '\n' || isPlainlySeen((char) letter));
        if (!plain || text.lines().anyMatch(line -> !line.equals(line.strip()) || isFormula(line))) {
            yaml.append(quoted(text)).append('\n');
            return;
        }
        yaml.append("|-\n");
        for (String line : text.split("\n", -1)) {
            yaml.append(line.isEmpty() ? "" : "    ").append(line).append('\n');
        }
    }

    /** What a spreadsheet would take for something to work out. */
    private static boolean isFormula(String line) {
        return !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0;
    }

    private void questions(Update update) {
        List<Language> asked = List.of(Language.ENGLISH, Language.ARABIC).stream()
                .filter(language -> !update.questions().getOrDefault(language, List.of()).isEmpty())
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        yaml.append("questions:\n");
        for (Language language : asked) {
            yaml.append("  ").append(language.code()).append(":\n");
            Objects.requireNonNull(update.questions().get(language))
                    .forEach(way -> yaml.append("    - ").append(quoted(way)).append('\n'));
        }
    }

    private void source(Source source) {
        yaml.append("  - name: ").append(inline(source.name())).append('\n');
        yaml.append("    kind: ").append(source.kind().word()).append('\n');
        yaml.append("    at: ").append(source.at()).append('\n');
        part("url", source.url() == null ? null : quoted(source.url().toString()));
        part("says", Optional.ofNullable(source.says()).map(UpdateText::inline).orElse(null));
        part("permits-position", source.permitsPosition() ? "true" : null);
    }

    private void part(String key, @Nullable String value) {
        if (value != null) {
            yaml.append("    ").append(key).append(": ").append(value).append('\n');
        }
    }
}
