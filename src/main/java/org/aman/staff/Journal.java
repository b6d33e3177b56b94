package org.aman.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Gatherers;
import org.aman.language.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Who of the staff did what and when. Entries are only ever added, within the transaction of what they tell, and each
 * carries the SHA-256 of itself and of the one before it, so that an entry altered or taken out shows.
 */
@Component
public class Journal {
    private static final String BEGINNING = "";
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069]");

    /** So many entries by one statement. */
    private static final int AT_A_TIME = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    public Journal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One thing that was done.
     *
     * @param number counts up from 1 without a gap
     * @param who the id of a {@link Volunteer}, or a command of the operator such as {@code import}
     * @param act what was done, in kebab-case, such as {@code update-published}
     * @param subject the id of what it was done to
     * @param detail what a later reader needs to know besides; names no resident
     */
    public record Entry(long number, Instant at, String who, String act, String subject, String detail, String hash) {}

    /**
     * Waits, within the caller's transaction, until no other act is under way: what is read from here on still stands
     * when the entry is made.
     */
    public void takeTurn() {
        requireTransaction();
        jdbc.sql("update journal_head set number = number where id = 1").update();
    }

    /**
     * Adds an entry within the caller's transaction: both stand or neither. Entries wait for one another. Each is one line:
     * signs that command a terminal, turn the direction of writing or end a line become spaces.
     */
    public void note(String who, String act, String subject, String detail) {
        note(who, act, Map.of(subject, detail));
    }

    /** As {@link #note(String, String, String, String)}, of an act that was done to many: an entry for each, in their order. */
    public void note(String who, String act, Map<String, String> details) {
        requireTransaction();
        details.entrySet().stream().gather(Gatherers.windowFixed(AT_A_TIME)).forEach(some -> append(who, act, some));
    }

    private static void requireTransaction() {
        Assert.state(
                TransactionSynchronizationManager.isActualTransactionActive(),
                "An entry of the journal stands within the transaction of what it tells");
    }

    private void append(String who, String act, List<Map.Entry<String, String>> details) {
        takeTurn();
        Head head = jdbc.sql("select number, hash from journal_head where id = 1")
                .query(Head.class)
                .single();
        Instant at = Instant.ofEpochMilli(clock.millis());
        List<Object[]> rows = new ArrayList<>();
        for (Map.Entry<String, String> one : details) {
            String subject = UNSEEN.matcher(one.getKey()).replaceAll(" ");
            String detail = UNSEEN.matcher(one.getValue()).replaceAll(" ");
            long number = head.number() + 1;
            head = new Head(number, hash(head.hash(), number, at, who, act, subject, detail));
            rows.add(new Object[] {number, at.toEpochMilli(), who, act, subject, detail, head.hash()});
        }
        jdbc.sql("insert into journal (number, at, who, act, subject, detail, hash) values :rows")
                .param("rows", rows)
                .update();
        jdbc.sql("update journal_head set number = :number, hash = :hash where id = 1")
                .param("number", head.number())
                .param("hash", head.hash())
                .update();
    }

    private record Head(long number, String hash) {}

    /** The latest entries before this number, newest first; pass {@link Long#MAX_VALUE} for the very latest. */
    public List<Entry> before(long number, int most) {
        return jdbc.sql("""
                select number, at, who, act, subject, detail, hash
                  from journal
                 where number < :number
                 order by number desc
                 limit :most
                """).param("number", number).param("most", most).query(Journal::toEntry).list();
    }

    /** The number of the first entry that is not what was written, or that is missing; empty where all is whole. */
    public OptionalLong firstBroken() {
        Chain chain = new Chain();
        jdbc.sql("select number, at, who, act, subject, detail, hash from journal order by number")
                .query(row -> {
                    chain.add(toEntry(row, 0));
                });
        Head head = jdbc.sql("select number, hash from journal_head where id = 1")
                .query(Head.class)
                .single();
        if (chain.broken == 0 && !(head.number() == chain.number && head.hash().equals(chain.hash))) {
            chain.broken = chain.number + 1;
        }
        return chain.broken == 0 ? OptionalLong.empty() : OptionalLong.of(chain.broken);
    }

    private static final class Chain {
        private long number;
        private String hash = BEGINNING;
        private long broken;

        private void add(Entry entry) {
            number++;
            boolean whole = entry.number() == number
                    && entry.hash()
                            .equals(Journal.hash(
                                    hash,
                                    number,
                                    entry.at(),
                                    entry.who(),
                                    entry.act(),
                                    entry.subject(),
                                    entry.detail()));
            if (!whole && broken == 0) {
                broken = number;
            }
            hash = entry.hash();
        }
    }

    private static Entry toEntry(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getLong("number"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("who"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("hash"));
    }

    /** Each part is preceded by its length, so that moving a letter from one to the next shows. */
    private static String hash(String previous, long number, Instant at, String... parts) {
        StringBuilder all = new StringBuilder(previous);
        all.append('\n').append(number).append('\n').append(at.toEpochMilli());
        for (String part : parts) {
            all.append('\n').append(part.length()).append(':').append(part);
        }
        return Sha256.of(all.toString());
    }
}
