package org.aman.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must not be forgotten when an older copy of the database is put back: who was erased since, and that it is an older
 * copy. It stands in a file beside the key file, so that no backup of the database holds it, and names nobody to whom the
 * key is not at hand. Each process keeps a file of its own. Safe for use by many threads.
 */
public final class OutsideMemory {
    /** A backup older than this is not to be put back: what was erased before is no longer remembered here. */
    public static final Duration KEPT = Duration.ofDays(90);

    private final Path file;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String name;
    private final boolean restored;
    private long last;

    /**
     * One erasure.
     *
     * @param number counts up in this file
     * @param sealed whom, sealed by whoever noted it
     */
    public record Erased(long number, long day, String sealed) {
        String line() {
            return number + " " + day + " " + sealed;
        }

        static Erased of(String line) {
            String[] parts = line.split(" ", 3);
            return new Erased(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]);
        }
    }

    /** What a file holds: its own name, how often the process was started, and who was erased. */
    private record Content(String name, long starts, List<Erased> erased) {
        String written() {
            return name + " " + starts + "\n"
                    + erased.stream().map(one -> one.line() + "\n").collect(Collectors.joining());
        }
    }

    OutsideMemory(Path keyFile, JdbcClient jdbc, Clock clock, Identifiers identifiers) {
        this.file = keyFile.toAbsolutePath().resolveSibling(keyFile.getFileName() + ".memory");
        this.jdbc = jdbc;
        this.clock = clock;
        Content before = Files.exists(file) ? read() : new Content(identifiers.next(), 0, List.of());
        this.name = before.name();
        jdbc.sql("insert into outside_mark (file, starts, erasures) values (:file, 0, 0) on conflict (file) do nothing")
                .param("file", name)
                .update();
        this.restored = mark("starts") < before.starts();
        // The database first: a crash in between must not look like an older copy.
        jdbc.sql("update outside_mark set starts = :starts where file = :file")
                .param("starts", before.starts() + 1)
                .param("file", name)
                .update();
        write(new Content(name, before.starts() + 1, before.erased()));
        this.last = before.erased().isEmpty()
                ? mark("erasures")
                : before.erased().getLast().number();
    }

    /** Whether the database is an older one than this process last saw: a backup was put back, or it was made anew. */
    public boolean isRestored() {
        return restored;
    }

    /** Notes an erasure before it is done, through to the disk; the number by which to say that it is done. */
    public synchronized long erasing(String sealed) {
        long day = Math.floorDiv(clock.millis(), Duration.ofDays(1).toMillis());
        append(new Erased(last + 1, day, sealed).line() + "\n");
        return ++last;
    }

    /** The database has followed up to this erasure; within the transaction that erases. */
    public void erased(long number) {
        jdbc.sql("update outside_mark set erasures = :number where file = :file and erasures < :number")
                .param("number", number)
                .param("file", name)
                .update();
    }

    /** The erasures that this database has not seen, oldest first. */
    public synchronized List<Erased> missed() {
        long seen = mark("erasures");
        return read().erased().stream().filter(one -> one.number() > seen).toList();
    }

    /** Forgets who was erased longer ago than any backup may be old; the last number stays, to count on from. */
    public synchronized void sweep() {
        long first = Math.floorDiv(clock.millis(), Duration.ofDays(1).toMillis()) - KEPT.toDays();
        long seen = mark("erasures");
        Content content = read();
        List<Erased> kept = content.erased().stream()
                .filter(one -> one.day() >= first || one.number() > seen)
                .toList();
        if (kept.size() < content.erased().size()) {
            write(new Content(name, content.starts(), kept));
        }
    }

    private long mark(String column) {
        return jdbc.sql("select starts, erasures from outside_mark where file = :file")
                .param("file", name)
                .query((row, number) -> row.getLong(column))
                .single();
    }

    private Content read() {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file, UTF_8));
            String[] first = lines.removeFirst().split(" ", 2);
            return new Content(
                    first[0],
                    Long.parseLong(first[1]),
                    lines.stream().map(Erased::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file, e);
        } catch (RuntimeException e) {
            throw new Refusal(file + " is damaged: put back a copy of it, or remove it if no backup of the database will be"
                    + " put back", e);
        }
    }

    private void append(String line) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(line.getBytes(UTF_8)));
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing " + file, e);
        }
    }

    private void write(Content content) {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        try {
            OwnerOnly.makeFolder(file.getParent());
            Files.deleteIfExists(whole);
            OwnerOnly.makeFile(whole);
            try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(content.written().getBytes(UTF_8)));
                channel.force(true);
            }
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing " + file, e);
        }
    }
}
