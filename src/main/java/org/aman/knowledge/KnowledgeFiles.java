package org.aman.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aman.language.YamlFile;
import org.aman.place.Gazetteer;

/** Reads a folder of updates, one YAML file each, and says all that is wrong with them at once. */
public final class KnowledgeFiles {
    private final Topics topics;
    private final Gazetteer gazetteer;
    private final Vetting vetting;

    /** Reads for these topics and places; {@code clock} tells what has ended already. */
    public KnowledgeFiles(Topics topics, Gazetteer gazetteer, Clock clock) {
        this.topics = topics;
        this.gazetteer = gazetteer;
        this.vetting = new Vetting(clock, gazetteer);
    }

    /**
     * What a folder holds.
     *
     * @param updates those without an error, each at revision 1
     * @param findings every objection, in the order of files and lines
     */
    public record Reading(List<Update> updates, List<Finding> findings) {
        public boolean hasErrors() {
            return findings.stream().anyMatch(Finding::isError);
        }
    }

    /** Reads every {@code .yaml} file of a folder, those in folders within it included. */
    public Reading read(Path folder) {
        return readFiles(files(folder));
    }

    /** The files of a folder that hold updates, sorted by name. */
    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Listing the updates in " + folder, e);
        }
    }

    /** Reads files that are at hand already, by name. */
    Reading read(Map<String, byte[]> files) {
        Map<Path, byte[]> contents = new LinkedHashMap<>();
        files.forEach((name, content) -> contents.put(Path.of(name), content));
        return read(contents.keySet(), file -> YamlFile.tree(file, contents.getOrDefault(file, new byte[0])));
    }

    private Reading readFiles(List<Path> files) {
        return read(files, YamlFile::tree);
    }

    private Reading read(Collection<Path> files, Function<Path, YamlFile.Tree> trees) {
        Map<Update.Id, Path> seen = new HashMap<>();
        List<Update> updates = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Path file : files) {
            Optional<Update> read = read(file, trees, findings);
            read.ifPresent(update -> {
                Path other = seen.putIfAbsent(update.id(), file);
                if (other == null) {
                    updates.add(update);
                } else {
                    findings.add(new Finding(
                            Finding.Severity.ERROR, file, 1, "id", "id-twice", Map.of("other", other.toString())));
                }
            });
        }
        superseding(updates, seen, findings);
        return new Reading(List.copyOf(updates), List.copyOf(findings));
    }

    /** Reads what is in one file; empty where an error keeps it from being an update. */
    Optional<Update> read(Path file, byte[] content, List<Finding> findings) {
        return read(file, path -> YamlFile.tree(path, content), findings);
    }

    private Optional<Update> read(Path file, Function<Path, YamlFile.Tree> trees, List<Finding> findings) {
        try {
            YamlFile.Tree tree = trees.apply(file);
            Findings own = new Findings(tree);
            Optional<Update> update = new UpdateFile(tree.root(), own, topics, id -> gazetteer.place(id).isPresent()).read();
            update.ifPresent(one -> isNamedAfter(file, one, own));
            update.ifPresent(one -> vetting.vet(one, own));
            findings.addAll(own.all());
            return own.hasErrors() ? Optional.empty() : update;
        } catch (YamlFile.Broken broken) {
            YamlFile.Problem problem = broken.problem();
            findings.add(new Finding(
                    Finding.Severity.ERROR, file, problem.line(), "", "yaml", Map.of("problem", problem.sentence())));
            return Optional.empty();
        }
    }

    private static void isNamedAfter(Path file, Update update, Findings findings) {
        String expected = update.id() + ".yaml";
        if (!file.getFileName().toString().equals(expected)) {
            findings.error("id", "id-and-file-differ", Map.of("expected", expected));
        }
    }

    private static void superseding(List<Update> updates, Map<Update.Id, Path> files, List<Finding> findings) {
        Map<Update.Id, Update> known = new HashMap<>();
        updates.forEach(update -> known.put(update.id(), update));
        for (Update update : updates) {
            for (Update.Id former : update.supersedes()) {
                Path file = files.getOrDefault(update.id(), Path.of(""));
                Update other = known.get(former);
                if (other == null) {
                    findings.add(new Finding(
                            Finding.Severity.ADVICE, file, 1, "supersedes", "supersedes-unknown", Map.of("value", former.value())));
                } else if (other.supersedes().contains(update.id())) {
                    findings.add(new Finding(
                            Finding.Severity.ERROR, file, 1, "supersedes", "supersedes-circle", Map.of("value", former.value())));
                }
            }
        }
    }
}
