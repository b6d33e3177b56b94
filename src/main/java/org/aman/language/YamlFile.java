package org.aman.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML file written by people, read strictly: one document, plain values only. Tags, anchors and aliases, duplicate and
 * unknown keys, deep nesting and bad UTF-8 are refused with their line, so that nobody's slip or trick passes unseen.
 */
public final class YamlFile {
    private static final int MOST_BYTES = 5_000_000; // the largest file shipped has under 200 kB
    private static final int DEEPEST = 20;

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private YamlFile() {}

    /** What is wrong with a file, where, and how to mend it. Lines and columns count from 1; 0 where none can be named. */
    public record Problem(Path file, int line, int column, String sentence) {
        @Override
        public String toString() {
            return file + (line > 0 ? ":" + line : "") + ": " + sentence;
        }
    }

    /** A file that cannot be read; its message is the problem on one line. */
    public static final class Broken extends RuntimeException {
        private final Problem problem;

        Broken(Problem problem) {
            super(problem.toString());
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }

    /**
     * A file as a tree.
     *
     * @param lines the line of each key by its path, such as {@code title.ar} or {@code sources.0.kind}
     */
    public record Tree(Path file, JsonNode root, Map<String, Integer> lines) {
        /** The line of a key, or else of the nearest key above it. */
        public int line(String path) {
            String at = path;
            while (!at.isEmpty()) {
                Integer line = lines.get(at);
                if (line != null) {
                    return line;
                }
                at = at.contains(".") ? at.substring(0, at.lastIndexOf('.')) : "";
            }
            return 1;
        }
    }

    /**
     * Reads a file into a form.
     *
     * @throws Broken where it is no plain YAML, or does not have that form
     */
    public static <T> T read(Path file, Class<T> form) {
        Checked checked = checked(file, bytes(file));
        try {
            return MAPPER.readValue(checked.text(), form);
        } catch (UnrecognizedPropertyException e) {
            String known = e.getKnownPropertyIds() == null
                    ? ""
                    : e.getKnownPropertyIds().stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
            throw keyed(checked, e, "Unknown key '" + e.getPropertyName() + "'. Known here: " + known);
        } catch (DatabindException e) {
            throw keyed(checked, e, "The value of '" + path(e) + "' is of the wrong kind: " + firstLine(e));
        } catch (JacksonException e) {
            throw broken(file, e, firstLine(e));
        }
    }

    /**
     * Reads a file into a tree, for those who want to list all that is wrong with it at once.
     *
     * @throws Broken where it is no plain YAML
     */
    public static Tree tree(Path file) {
        return tree(file, bytes(file));
    }

    /**
     * Reads what is in a file, or would be, into a tree.
     *
     * @param file where it came from, for its problems
     * @throws Broken where it is no plain YAML
     */
    public static Tree tree(Path file, byte[] content) {
        Checked checked = checked(file, content);
        try {
            return new Tree(file, MAPPER.readTree(checked.text()), checked.lines());
        } catch (JacksonException e) {
            throw broken(file, e, firstLine(e));
        }
    }

    /** A text that is plain YAML, with the lines of all its keys by their paths. */
    private record Checked(Path file, String text, Map<String, Integer> lines) {}

    private static Checked checked(Path file, byte[] content) {
        String text = text(file, content);
        if (text.isBlank()) {
            throw new Broken(new Problem(file, 1, 1, "The file is empty"));
        }
        LoadSettings settings = settings(file);
        Parser parser = new PlainParser(file, new ParserImpl(settings, new StreamReader(settings, text)));
        Map<String, Integer> lines = new HashMap<>();
        try {
            new Composer(settings, parser).getSingleNode().ifPresent(node -> addLines(file, node, "", lines));
        } catch (YamlEngineException e) {
            throw marked(file, e);
        }
        return new Checked(file, text, lines);
    }

    /** Passes on what another parser finds, as long as it is plain. */
    private static final class PlainParser implements Parser {
        private final Path file;
        private final Parser parser;
        private int depth;
        private int documents;

        PlainParser(Path file, Parser parser) {
            this.file = file;
            this.parser = parser;
        }

        @Override
        public Event next() {
            Event event = parser.next();
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            refuse(event);
            return event;
        }

        private void refuse(Event event) {
            if (event instanceof AliasEvent) {
                throw at(file, event, "An alias (*) is not allowed: write the value out");
            }
            if (event instanceof NodeEvent node && node.getAnchor().map(Anchor::getValue).isPresent()) {
                throw at(file, event, "An anchor (&) is not allowed: write the value out where it is needed");
            }
            boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                    || event instanceof CollectionStartEvent start && start.getTag().isPresent();
            if (tagged) {
                throw at(file, event, "A tag (!) is not allowed: write a plain value");
            }
            if (depth > DEEPEST) {
                throw at(file, event, "Nested more than " + DEEPEST + " levels deep");
            }
            if (documents > 1) {
                throw at(file, event, "A second document (---) is not allowed: one file holds one");
            }
        }

        @Override
        public boolean checkEvent(Event.ID kind) {
            return parser.checkEvent(kind);
        }

        @Override
        public Event peekEvent() {
            return parser.peekEvent();
        }

        @Override
        public boolean hasNext() {
            return parser.hasNext();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw tooLarge(file);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }

    private static String text(Path file, byte[] content) {
        if (content.length > MOST_BYTES) {
            throw tooLarge(file);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw new Broken(new Problem(file, 0, 0, "Not UTF-8: save the file in that encoding"));
        }
    }

    private static Broken tooLarge(Path file) {
        return new Broken(new Problem(file, 0, 0, "Larger than " + MOST_BYTES + " bytes"));
    }

    private static LoadSettings settings(Path file) {
        return LoadSettings.builder()
                .setLabel(file.toString())
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(MOST_BYTES)
                .build();
    }

    private static void addLines(Path file, Node node, String path, Map<String, Integer> lines) {
        switch (node) {
            case MappingNode mapping -> {
                for (NodeTuple pair : mapping.getValue()) {
                    String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                    String below = path.isEmpty() ? key : path + "." + key;
                    int line = line(pair.getKeyNode().getStartMark());
                    if (lines.putIfAbsent(below, line) != null) {
                        throw new Broken(new Problem(file, line, 1, "The key '" + key + "' stands here twice"));
                    }
                    addLines(file, pair.getValueNode(), below, lines);
                }
            }
            case SequenceNode sequence -> {
                List<Node> items = sequence.getValue();
                boolean inline = sequence.getFlowStyle() == FlowStyle.FLOW;
                for (int i = 0; i < items.size(); i++) {
                    if (inline && items.get(i) instanceof ScalarNode) {
                        continue; // it stands in the line of its list; lists of words have tens of thousands of them
                    }
                    String below = path + "." + i;
                    lines.put(below, line(items.get(i).getStartMark()));
                    addLines(file, items.get(i), below, lines);
                }
            }
            default -> {}
        }
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(at -> at.getLine() + 1).orElse(1);
    }

    private static Broken at(Path file, Event event, String sentence) {
        Optional<Mark> mark = event.getStartMark();
        return new Broken(
                new Problem(file, line(mark), mark.map(at -> at.getColumn() + 1).orElse(1), sentence));
    }

    private static Broken marked(Path file, YamlEngineException e) {
        if (e instanceof MarkedYamlEngineException marked) {
            Optional<Mark> mark = marked.getProblemMark().or(marked::getContextMark);
            String sentence = String.valueOf(marked.getProblem());
            return new Broken(
                    new Problem(file, line(mark), mark.map(at -> at.getColumn() + 1).orElse(1), sentence));
        }
        return new Broken(new Problem(file, 0, 0, String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
    }

    private static Broken keyed(Checked checked, DatabindException e, String sentence) {
        Map<String, Integer> lines = checked.lines();
        Path file = checked.file();
        String path = path(e);
        String named = e instanceof UnrecognizedPropertyException unknown ? unknown.getPropertyName() : path;
        Integer line = lines.getOrDefault(path, lines.get(named));
        return line == null ? broken(file, e, sentence) : new Broken(new Problem(file, line, 1, sentence));
    }

    private static Broken broken(Path file, JacksonException e, String sentence) {
        var location = e.getLocation();
        int line = location == null ? 0 : Math.max(0, location.getLineNr());
        int column = location == null ? 0 : Math.max(0, location.getColumnNr());
        return new Broken(new Problem(file, line, column, sentence));
    }

    private static String path(DatabindException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static String firstLine(JacksonException e) {
        @Nullable String message = e.getOriginalMessage();
        return message == null ? "cannot be read" : message.lines().findFirst().orElse("cannot be read");
    }
}
