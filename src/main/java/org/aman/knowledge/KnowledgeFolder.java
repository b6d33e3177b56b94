package org.aman.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over what the knowledge folder says: new and changed files are published, vanished ones withdrawn, broken ones
 * reported and left as they last were.
 */
final class KnowledgeFolder {
    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeFolder.class);
    private static final String BY = "files";

    /** When this share of the files vanishes at once, a mistake is likelier than an intention. */
    private static final double SHRINKS_TOO_MUCH = 0.3;

    /** From here shrinking is judged; a handful of files may well be replaced by another handful. */
    private static final int FEW = 10;

    private final Path folder;
    private final KnowledgeFiles files;
    private final Updates updates;
    private final UpdateDesk desk;
    private final Messages messages;

    KnowledgeFolder(Path folder, KnowledgeFiles files, Updates updates, UpdateDesk desk, Messages messages) {
        this.folder = folder;
        this.files = files;
        this.updates = updates;
        this.desk = desk;
        this.messages = messages;
    }

    Path folder() {
        return folder;
    }

    /** Brings what is stored in line with the folder; how many updates changed. */
    synchronized int takeOver() {
        Map<String, Updates.FileMark> known = updates.marks();
        List<UpdateDesk.Filed> changed = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Set<String> present = new HashSet<>();
        for (Path file : KnowledgeFiles.files(folder)) {
            String name = folder.relativize(file).toString();
            present.add(name);
            filed(file, name, known, findings).ifPresent(changed::add);
        }
        findings.stream().filter(Finding::isError).forEach(this::report);
        desk.publish(changed, BY);
        return changed.size() + withdrawVanished(known, present);
    }

    private Optional<UpdateDesk.Filed> filed(
            Path file, String name, Map<String, Updates.FileMark> known, List<Finding> findings) {
        Optional<String> hash = hash(file);
        Updates.FileMark mark = known.get(name);
        if (hash.isEmpty() || mark != null && mark.hash().equals(hash.get())) {
            return Optional.empty();
        }
        return files.read(file, findings)
                .filter(update -> isFreeFor(update, name, known, findings, file))
                .map(update -> new UpdateDesk.Filed(update, name, hash.get()));
    }

    /** Two files may not claim one id: the first one keeps it. */
    private static boolean isFreeFor(
            Update update, String name, Map<String, Updates.FileMark> known, List<Finding> findings, Path file) {
        Optional<String> other = known.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(update.id()) && !entry.getKey().equals(name))
                .filter(entry -> Files.exists(file.resolveSibling(entry.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
        other.ifPresent(one -> findings.add(
                new Finding(Finding.Severity.ERROR, file, 1, "id", "id-twice", Map.of("other", one, "field", "id"))));
        return other.isEmpty();
    }

    private int withdrawVanished(Map<String, Updates.FileMark> known, Set<String> present) {
        List<Map.Entry<String, Updates.FileMark>> vanished = known.entrySet().stream()
                .filter(entry -> !present.contains(entry.getKey()))
                .filter(entry -> updates.kept(entry.getValue().id())
                        .map(kept -> entry.getKey().equals(kept.sourceFile()))
                        .orElse(false))
                .toList();
        if (known.size() >= FEW && vanished.size() >= known.size() * SHRINKS_TOO_MUCH) {
            LOG.error(
                    "{} of {} update files have vanished from {}. Nothing was withdrawn: put them back, or remove fewer at a time",
                    vanished.size(),
                    known.size(),
                    folder);
            return 0;
        }
        for (Map.Entry<String, Updates.FileMark> one : vanished) {
            LOG.info("{} has vanished: withdrawing {}", one.getKey(), one.getValue().id());
            desk.withdraw(one.getValue().id(), BY);
        }
        return vanished.size();
    }

    private void report(Finding finding) {
        LOG.warn("{}:{} {}", finding.file(), finding.line(), finding.sentence(messages, Language.ENGLISH));
    }

    private static Optional<String> hash(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Optional.of(HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file))));
        } catch (java.nio.file.NoSuchFileException e) {
            return Optional.empty(); // gone between listing and reading
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
