package org.aman.resident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aman.database.Identifiers;
import org.aman.database.Seal;
import org.aman.language.Language;
import org.aman.message.Chat;
import org.aman.message.Forgets;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Those who chose to be remembered. Nobody is stored before {@link #remember} is called, and of when they wrote only the
 * day is kept. Safe for use by many threads and replicas.
 */
@Component
public class Residents implements Forgets {
    private static final String PURPOSE = "chat";
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Seal seal;
    private final Clock clock;
    private final Identifiers identifiers;

    public Residents(
            JdbcClient jdbc, TransactionTemplate transaction, Seal seal, Clock clock, Identifiers identifiers) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.seal = seal;
        this.clock = clock;
        this.identifiers = identifiers;
    }

    /** The resident at this chat, if remembered; that they were seen today is noted. */
    public Optional<Resident> at(Chat chat) {
        List<String> closings = seal.closings(PURPOSE, chat.joined());
        Optional<Seen> known = jdbc.sql("""
                select id, chat, language, place, seen_day from resident where chat in (:closings)
                """)
                .param("closings", closings)
                .query((row, number) -> new Seen(toResident(row, number), row.getLong("seen_day")))
                .optional();
        known.filter(seen -> seen.day() < today()).ifPresent(seen -> seeToday(seen.resident().id()));
        return known.map(Seen::resident);
    }

    /** The resident at this chat, if remembered; for what we say unasked, which is no sign that they were there. */
    public Optional<Resident> known(Chat chat) {
        return jdbc.sql("select id, chat, language, place from resident where chat in (:closings)")
                .param("closings", seal.closings(PURPOSE, chat.joined()))
                .query(this::toResident)
                .optional();
    }

    /** Those of these that are still remembered. */
    public List<Resident> known(Collection<Resident.Id> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select id, chat, language, place from resident where id in (:ids)")
                        .param("ids", ids.stream().map(Resident.Id::value).toList())
                        .query(this::toResident)
                        .list();
    }

    /** Remembers this chat and the language it chose; one remembered already keeps its area. */
    public Resident remember(Chat chat, Language language) {
        return Objects.requireNonNull(transaction.execute(status -> {
            closeByTheNewestKey(chat);
            return jdbc.sql("""
                    insert into resident (id, chat, language, created_day, seen_day)
                    values (:id, :chat, :language, :today, :today)
                        on conflict (chat) do update
                       set language = excluded.language, seen_day = excluded.seen_day
                    returning id, chat, language, place
                    """)
                    .param("id", identifiers.next())
                    .param("chat", seal.close(PURPOSE, chat.joined()))
                    .param("language", language.code())
                    .param("today", today())
                    .query(this::toResident)
                    .single();
        }));
    }

    /**
     * Notes or clears (null) the area of this chat; does nothing where the chat is not remembered. Alerts follow the
     * area: those of the one before it stop, unless it was chosen for alerts as well.
     */
    public void settle(Chat chat, Place.@Nullable Id place) {
        Map<String, Object> values = new HashMap<>();
        values.put("place", place == null ? null : place.value());
        values.put("closings", seal.closings(PURPOSE, chat.joined()));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update resident set place = :place where chat in (:closings)")
                    .params(values)
                    .update();
            jdbc.sql("""
                    delete from resident_area
                     where chosen = 0 and resident_id in (select id from resident where chat in (:closings))
                    """).params(values).update();
            jdbc.sql("""
                    insert into resident_area (resident_id, place, chosen)
                    select id, place, 0 from resident where chat in (:closings) and place is not null
                        on conflict (resident_id, place) do nothing
                    """).params(values).update();
        });
    }

    /** Erases the resident at this chat with all receipts; {@link Erasure} erases what other rooms keep as well. */
    @Override
    public void forget(Chat chat) {
        jdbc.sql("delete from resident where chat in (:closings)")
                .param("closings", seal.closings(PURPOSE, chat.joined()))
                .update();
    }

    /** The chats that were last seen on or before the day this long ago. */
    List<Chat> idleFor(Duration time) {
        return jdbc.sql("select chat from resident where seen_day <= :day")
                .param("day", today() - time.toDays())
                .query((row, number) -> Chat.of(seal.open(PURPOSE, row.getString("chat"))))
                .list();
    }

    /** Closes by the newest key what an older one closed, so that the older one can be given up. */
    void closeAllByTheNewestKey() {
        if (!seal.hasOldKeys()) {
            return;
        }
        jdbc.sql("select chat from resident").query(String.class).list().stream()
                .map(closed -> Chat.of(seal.open(PURPOSE, Objects.requireNonNull(closed))))
                .forEach(chat -> transaction.executeWithoutResult(status -> closeByTheNewestKey(chat)));
    }

    private void closeByTheNewestKey(Chat chat) {
        if (!seal.hasOldKeys()) {
            return;
        }
        String newest = seal.close(PURPOSE, chat.joined());
        jdbc.sql("""
                update resident set chat = :newest
                 where chat in (:closings) and chat <> :newest
                   and not exists (select 1 from resident other where other.chat = :newest)
                """)
                .param("newest", newest)
                .param("closings", seal.closings(PURPOSE, chat.joined()))
                .update();
    }

    private void seeToday(Resident.Id id) {
        jdbc.sql("update resident set seen_day = :today where id = :id and seen_day < :today")
                .param("id", id.value())
                .param("today", today())
                .update();
    }

    private long today() {
        return Math.floorDiv(clock.millis(), DAY);
    }

    private Resident toResident(ResultSet row, int number) throws SQLException {
        String place = row.getString("place");
        return new Resident(
                new Resident.Id(row.getString("id")),
                Chat.of(seal.open(PURPOSE, row.getString("chat"))),
                Language.of(row.getString("language")).orElseThrow(),
                place == null ? null : new Place.Id(place));
    }

    /** A resident and the day on which they were last seen. */
    private record Seen(Resident resident, long day) {}
}
