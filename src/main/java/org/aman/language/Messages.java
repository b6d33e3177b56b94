package org.aman.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePatternUtil;
import com.ibm.icu.text.MessagePatternUtil.ArgNode;
import com.ibm.icu.text.MessagePatternUtil.MessageContentsNode;
import com.ibm.icu.text.MessagePatternUtil.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every sentence the service itself says to people, from {@code messages_ar.properties} and
 * {@code messages_en.properties}.
 *
 * <p>The sentences are ICU message patterns with named arguments, so that {@code {n, plural, ...}} knows the six plural
 * forms of Arabic. Safe for use by many threads.
 */
@Component
public final class Messages {
    /** Around the name of a text in a frame; no sentence holds it. */
    private static final String MARK = "\u0000";

    /** How many frames of one sentence are kept: hours and days ago. */
    private static final int MOST_FRAMES = 64;

    private final Map<Language, Map<String, Sentence>> sentences = new EnumMap<>(Language.class);

    /** One sentence; one that takes no arguments is put together once, and texts are put into one without its format. */
    private static final class Sentence {
        final MessageFormat format;
        final Set<String> arguments;
        private final List<MessageContentsNode> parts;
        private final boolean chooses;
        private final Remembered<Map<String, Object>, String> frames = new Remembered<>(MOST_FRAMES);
        private volatile @Nullable String plain;

        Sentence(MessageFormat format) {
            this.format = format;
            this.arguments = Set.copyOf(format.getArgumentNames());
            this.parts = MessagePatternUtil.buildMessageNode(format.toPattern()).getContents();
            this.chooses = format.toPattern().contains("select");
        }

        String said(Map<String, ?> given) {
            if (!arguments.isEmpty()) {
                String joined = joined(given);
                return joined == null ? framed(given) : joined;
            }
            String known = plain;
            if (known == null) {
                known = put(given);
                plain = known;
            }
            return known;
        }

        /** The sentence with texts put in as they are; null where there is anything to choose or to write as a number. */
        private @Nullable String joined(Map<String, ?> given) {
            StringBuilder joined = new StringBuilder();
            for (MessageContentsNode part : parts) {
                if (part instanceof TextNode text) {
                    joined.append(text.getText());
                } else if (part instanceof ArgNode argument
                        && argument.getArgType() == MessagePattern.ArgType.NONE
                        && given.get(argument.getName()) instanceof String text) {
                    joined.append(text);
                } else {
                    return null;
                }
            }
            return joined.toString();
        }

        /** Texts put into what the sentence is with these numbers: "3 sources: ..." */
        private String framed(Map<String, ?> given) {
            if (chooses || !given.values().stream().allMatch(value -> value instanceof Number || value instanceof String)) {
                return put(given);
            }
            Map<String, Object> frame = new HashMap<>();
            given.forEach((name, value) -> frame.put(name, value instanceof Number ? value : MARK + name + MARK));
            String[] pieces = frames.get(frame, this::put).split(MARK, -1);
            StringBuilder said = new StringBuilder();
            for (int i = 0; i < pieces.length; i++) {
                said.append(i % 2 == 0 ? pieces[i] : given.get(pieces[i]));
            }
            return said.toString();
        }

        /** A MessageFormat is not safe for many threads, and to copy one costs ten times what it says. */
        private String put(Map<String, ?> given) {
            synchronized (format) {
                return format.format(new HashMap<>(given));
            }
        }
    }

    /** Reads both files; fails where a key or an argument stands in only one of them. */
    public Messages() {
        for (Language language : Language.values()) {
            sentences.put(language, read(language));
        }
        for (Language language : Language.values()) {
            checkAgainst(language, language.other());
        }
    }

    /** The sentence of this key, which takes no arguments. */
    public String text(String key, Language language) {
        return text(key, language, Map.of());
    }

    /**
     * The sentence of this key with its arguments filled in.
     *
     * @throws IllegalArgumentException where there is no such sentence, or an argument of it is not given
     */
    public String text(String key, Language language, Map<String, ?> arguments) {
        Sentence sentence = sentence(key, language);
        if (!arguments.keySet().containsAll(sentence.arguments)) {
            throw new IllegalArgumentException(
                    "Sentence " + key + " needs " + sentence.arguments + ", given " + arguments.keySet());
        }
        return sentence.said(arguments);
    }

    /** The first of these keys that has a sentence: how a topic or state gets words of its own without code. */
    public Optional<String> first(Language language, Map<String, ?> arguments, String... keys) {
        for (String key : keys) {
            if (in(language).containsKey(key)) {
                return Optional.of(text(key, language, arguments));
            }
        }
        return Optional.empty();
    }

    /** All keys; the same in every language. */
    public Set<String> keys() {
        return Set.copyOf(in(Language.ARABIC).keySet());
    }

    /** Whether the sentence of this key takes no arguments. */
    public boolean isPlain(String key) {
        return sentence(key, Language.ARABIC).arguments.isEmpty();
    }

    /** The pattern of a sentence, for tests that look into it. */
    String pattern(String key, Language language) {
        return sentence(key, language).format.toPattern();
    }

    private Sentence sentence(String key, Language language) {
        Sentence sentence = in(language).get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("No sentence " + key + " in messages_" + language.code());
        }
        return sentence;
    }

    private Map<String, Sentence> in(Language language) {
        return sentences.getOrDefault(language, Map.of());
    }

    private void checkAgainst(Language language, Language other) {
        in(language).forEach((key, sentence) -> {
            Sentence counterpart = in(other).get(key);
            if (counterpart == null || !counterpart.arguments.equals(sentence.arguments)) {
                throw new IllegalStateException("Sentence " + key + " differs between messages_" + language.code()
                        + " and messages_" + other.code());
            }
        });
    }

    private static Map<String, Sentence> read(Language language) {
        String file = "/messages_" + language.code() + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("No file " + file);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
        Map<String, Sentence> read = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            read.put(key, new Sentence(format(key, properties.getProperty(key), language)));
        }
        return read;
    }

    private static MessageFormat format(String key, String pattern, Language language) {
        try {
            return new MessageFormat(pattern, language.locale());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Sentence " + key + " of messages_" + language.code() + " is broken", e);
        }
    }
}
