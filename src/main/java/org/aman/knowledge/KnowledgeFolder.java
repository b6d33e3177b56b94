package org.aman.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.language.Sha256;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over what the knowledge folder says: new and changed files are published, vanished ones withdrawn, broken ones
 * reported and left as they last were.
 */
final class KnowledgeFolder implements ShrunkKnowledge {
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
    private volatile Gone shrunk = new Gone(Map.of(), 0);

    KnowledgeFolder(Path folder, KnowledgeFiles files, Updates updates, UpdateDesk desk, Messages messages) {
        this.folder = folder;
        this.files = files;
        this.updates = updates;
        this.desk = desk;
        this.messages = messages;
    }

    /** Files that vanished, of how many that were known, and what each had said. */
    private record Gone(Map<String, Updates.FileMark> files, int known) {
        private boolean isTooMuch() {
            boolean all = files.size() == known;
            boolean many = known >= FEW && files.size() >= known * SHRINKS_TOO_MUCH;
            return !files.isEmpty() && (all || many);
        }

        private String mark() {
            return Sha256.of(String.join("\n", new TreeSet<>(files.keySet())));
        }
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
        List<UpdateDesk.Filed> leftOut = desk.publish(changed, BY);
        leftOut.forEach(one -> LOG.warn("{} waits: publishing is frozen, or the database keeps another time than this machine", one.file()));
        return changed.size() - leftOut.size() + withdrawVanished(known, present);
    }

    private Optional<UpdateDesk.Filed> filed(
            Path file, String name, Map<String, Updates.FileMark> known, List<Finding> findings) {
        Optional<String> hash = hash(file);
        Updates.FileMark mark = known.get(name);
        if (mark != null && mark.kept()) {
            updates.mark(name, mark.back());
        }
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
        Gone gone = gone(known, present);
        if (gone.isTooMuch()) {
            if (!shrunk.mark().equals(gone.mark())) {
                LOG.error(
                        "{} of {} update files have vanished from {}. Nothing is withdrawn until somebody confirms it in"
                                + " the console, or they are put back",
                        gone.files().size(),
                        gone.known(),
                        folder);
            }
            shrunk = gone;
            return 0;
        }
        shrunk = new Gone(Map.of(), 0);
        gone.files().forEach((file, mark) -> {
            LOG.info("{} has vanished: withdrawing {}", file, mark.id());
            desk.withdrawVanished(file, mark.id(), BY);
        });
        return gone.files().size();
    }

    private Gone gone(Map<String, Updates.FileMark> known, Set<String> present) {
        Map<String, Updates.FileMark> vanished = new LinkedHashMap<>(known);
        vanished.keySet().removeAll(present);
        vanished.values().removeIf(Updates.FileMark::kept);
        // A file may be renamed: what it said then comes from another.
        Set<Update.Id> stillThere = updates.marks().entrySet().stream()
                .filter(entry -> present.contains(entry.getKey()))
                .map(entry -> entry.getValue().id())
                .collect(Collectors.toSet());
        vanished.values().removeIf(mark -> stillThere.contains(mark.id()));
        return new Gone(vanished, known.size());
    }

    @Override
    public Optional<Shrunk> now() {
        Gone gone = shrunk;
        return gone.files().isEmpty()
                ? Optional.empty()
                : Optional.of(new Shrunk(
                        gone.files().values().stream().map(Updates.FileMark::id).sorted().toList(),
                        gone.known(),
                        gone.mark()));
    }

    @Override
    public synchronized boolean keep(Volunteer by, String markSeen) {
        return decided(by, markSeen, gone -> desk.keepVanished(by, gone));
    }

    @Override
    public synchronized boolean confirm(Volunteer by, String markSeen) {
        return decided(by, markSeen, gone -> desk.confirmVanished(by, gone));
    }

    /** Looks at the folder once more first: files may have come back since the page was shown. */
    private boolean decided(Volunteer by, String markSeen, Consumer<Map<String, Updates.FileMark>> decision) {
        takeOver();
        Gone gone = shrunk;
        if (!by.may(Act.WITHDRAW) || gone.files().isEmpty() || !gone.mark().equals(markSeen)) {
            return false;
        }
        decision.accept(gone.files());
        shrunk = new Gone(Map.of(), 0);
        return true;
    }

    private void report(Finding finding) {
        LOG.warn("{}:{} {}", finding.file(), finding.line(), finding.sentence(messages, Language.ENGLISH));
    }

    private static Optional<String> hash(Path file) {
        try {
            return Optional.of(Sha256.of(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // gone between listing and reading
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }
}
