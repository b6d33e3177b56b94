package org.aman.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.language.Sha256;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;
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

    /** So many files are published by one step, all of them or none; ten thousand at once would fill the memory. */
    private static final int AT_A_TIME = 500;

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
    private record Gone(Map<String, FileMarks.Mark> files, int known) {
        private boolean isTooMuch() {
            boolean all = files.size() == known;
            boolean many = known >= FEW && files.size() >= known * SHRINKS_TOO_MUCH;
            return !files.isEmpty() && (all || many);
        }

        private String mark() {
            return Sha256.of(String.join("\n", new TreeSet<>(files.keySet())));
        }
    }

    /** What a file holds, by its name within the folder. */
    private record Content(Path file, String name, byte[] bytes, String hash) {}

    /** What was read in a file, and what is to be said of it. */
    private record Read(Path file, Optional<UpdateDesk.Filed> filed, List<Finding> findings) {}

    Path folder() {
        return folder;
    }

    /** Brings what is stored in line with the folder; how many files said something new or vanished. */
    synchronized int takeOver() {
        Map<String, FileMarks.Mark> known = updates.files().all();
        Map<String, Path> present = new LinkedHashMap<>();
        KnowledgeFiles.files(folder).forEach(file -> present.put(folder.relativize(file).toString(), file));
        Map<Update.Id, String> claims = claims(known, present);
        int taken = 0;
        for (var some : present.entrySet().stream().gather(Gatherers.windowFixed(AT_A_TIME)).toList()) {
            taken += takeOver(some, known, claims);
        }
        return taken + withdrawVanished(known, present.keySet());
    }

    private int takeOver(
            List<Map.Entry<String, Path>> some, Map<String, FileMarks.Mark> known, Map<Update.Id, String> claims) {
        List<Content> news = some.stream()
                .flatMap(file -> news(file, Optional.ofNullable(known.get(file.getKey()))).stream())
                .toList();
        List<UpdateDesk.Filed> changed = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Read read : news.parallelStream().map(this::read).toList()) {
            findings.addAll(read.findings());
            read.filed()
                    .filter(filed -> isFree(filed, claims, read.file(), findings))
                    .ifPresent(changed::add);
        }
        List<UpdateDesk.Filed> free = withoutCircles(changed, findings);
        findings.stream().filter(Finding::isError).forEach(this::report);
        List<UpdateDesk.Filed> leftOut = desk.publish(free, BY);
        leftOut.forEach(one -> LOG.warn("{} waits: publishing is frozen, or the database keeps another time than this machine", one.file()));
        return free.size() - leftOut.size();
    }

    /** Which file each update came from, of the files that are still there. */
    private static Map<Update.Id, String> claims(Map<String, FileMarks.Mark> known, Map<String, Path> present) {
        Map<Update.Id, String> claims = new HashMap<>();
        known.forEach((name, mark) -> {
            if (present.containsKey(name)) {
                claims.putIfAbsent(mark.id(), name);
            }
        });
        return claims;
    }

    /** What a file says now, where that is other than what was last taken from it. */
    private Optional<Content> news(Map.Entry<String, Path> file, Optional<FileMarks.Mark> mark) {
        mark.filter(FileMarks.Mark::kept)
                .ifPresent(kept -> updates.files().keep(Map.of(file.getKey(), kept.back())));
        return content(file.getValue())
                .map(bytes -> new Content(file.getValue(), file.getKey(), bytes, Sha256.of(bytes)))
                .filter(content -> mark.filter(last -> last.hash().equals(content.hash())).isEmpty());
    }

    private Read read(Content content) {
        List<Finding> findings = new ArrayList<>();
        Optional<UpdateDesk.Filed> filed = files.read(content.file(), content.bytes(), findings)
                .map(update -> new UpdateDesk.Filed(update, content.name(), content.hash()));
        return new Read(content.file(), filed, findings);
    }

    /** Two files may not claim one id: the first one keeps it. */
    private static boolean isFree(
            UpdateDesk.Filed filed, Map<Update.Id, String> claims, Path file, List<Finding> findings) {
        String other = claims.putIfAbsent(filed.update().id(), filed.file());
        if (other == null || other.equals(filed.file())) {
            return true;
        }
        findings.add(new Finding(
                Finding.Severity.ERROR, file, 1, "id", "id-twice", Map.of("other", other, "field", "id")));
        return false;
    }

    /**
     * Without those that would replace an update and be replaced by it: both would leave the answers. What is left out stays
     * as it last was, so that those left are looked at anew.
     */
    private List<UpdateDesk.Filed> withoutCircles(List<UpdateDesk.Filed> changed, List<Finding> findings) {
        Map<Update.Id, Update> standing = standing(changed);
        List<UpdateDesk.Filed> free = changed.stream()
                .filter(filed -> isFreeOfCircles(filed, standing, findings))
                .toList();
        return free.size() == changed.size() ? free : withoutCircles(free, findings);
    }

    /** These, and what is published already of those that they replace. */
    private Map<Update.Id, Update> standing(List<UpdateDesk.Filed> changed) {
        Set<Update.Id> replaced = changed.stream()
                .flatMap(filed -> filed.update().supersedes().stream())
                .collect(Collectors.toSet());
        Map<Update.Id, Update> standing = new HashMap<>();
        updates.kept(replaced).values().stream()
                .filter(kept -> kept.state() == Updates.State.PUBLISHED)
                .forEach(kept -> standing.put(kept.update().id(), kept.update()));
        changed.forEach(filed -> standing.put(filed.update().id(), filed.update()));
        return standing;
    }

    private boolean isFreeOfCircles(
            UpdateDesk.Filed filed, Map<Update.Id, Update> standing, List<Finding> findings) {
        Update update = filed.update();
        List<Update.Id> circles = update.supersedes().stream()
                .filter(former -> replaces(standing.get(former), update))
                .toList();
        circles.forEach(former -> findings.add(new Finding(
                Finding.Severity.ERROR,
                folder.resolve(filed.file()),
                1,
                "supersedes",
                "supersedes-circle",
                Map.of("value", former.value()))));
        return circles.isEmpty();
    }

    private static boolean replaces(@Nullable Update one, Update other) {
        return one != null && one.supersedes().contains(other.id());
    }

    private int withdrawVanished(Map<String, FileMarks.Mark> known, Set<String> present) {
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

    private Gone gone(Map<String, FileMarks.Mark> known, Set<String> present) {
        Map<String, FileMarks.Mark> vanished = new LinkedHashMap<>(known);
        vanished.keySet().removeAll(present);
        vanished.values().removeIf(FileMarks.Mark::kept);
        if (vanished.isEmpty()) {
            return new Gone(vanished, known.size());
        }
        // A file may be renamed: what it said then comes from another.
        Set<Update.Id> stillThere = updates.files().all().entrySet().stream()
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
                        gone.files().values().stream().map(FileMarks.Mark::id).sorted().toList(),
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
    private boolean decided(Volunteer by, String markSeen, Consumer<Map<String, FileMarks.Mark>> decision) {
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

    private static Optional<byte[]> content(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // gone between listing and reading
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        }
    }
}
