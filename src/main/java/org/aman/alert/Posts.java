package org.aman.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aman.alert.Endings.Result;
import org.aman.database.Dialect;
import org.aman.language.Language;
import org.aman.message.Chat;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which alert is owed to which public channel: one call there reaches thousands, so they come before all residents. */
final class Posts {
    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Clock clock;
    private final List<AlertSettings.Channel> channels;

    Posts(JdbcClient jdbc, Dialect dialect, Clock clock, List<AlertSettings.Channel> channels) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.clock = clock;
        this.channels = channels;
    }

    /**
     * One alert owed to one channel, taken to be posted.
     *
     * @param only the one language it is posted in; null for both
     */
    record Post(Alert.Number alert, Chat chat, @Nullable Language only, @Nullable String messageId, Instant lapses) {}

    /** Owes an alert to the channels of these places; none for exercises and what only concerns those who chose it. */
    void owe(Alert alert, java.util.Set<Place.Id> targets) {
        if (alert.kind() == Alert.Kind.EXERCISE || alert.topic() != null) {
            return;
        }
        channels.stream()
                .filter(channel -> targets.contains(new Place.Id(channel.area())))
                .map(AlertSettings.Channel::chat)
                .distinct()
                .forEach(chat -> owe(alert.number(), chat));
    }

    /** Owes what follows an earlier alert to the channels that may have that one. */
    void oweFollowing(Alert alert, Follow follow) {
        jdbc.sql("""
                select distinct p.chat from alert_post p
                 where p.number in (select number from alert where number = :first or first_number = :first)
                   and (p.state = 1 or p.tries > 0 or :waiting = 1)
                """)
                .param("first", follow.first().value())
                .param("waiting", follow.way() == Follow.Way.UPDATE ? 1 : 0)
                .query(String.class)
                .list()
                .forEach(chat -> owe(alert.number(), chat));
    }

    private void owe(Alert.Number number, String chat) {
        jdbc.sql("""
                insert into alert_post (number, chat, state, due_at, tries, edit) values (:number, :chat, 0, :now, 0, 0)
                    on conflict (number, chat) do nothing
                """)
                .param("number", number.value())
                .param("chat", chat)
                .param("now", clock.millis())
                .update();
    }

    /** Takes one that is due. */
    Optional<Post> take(Alert.Number number) {
        Instant lapses = clock.instant().plus(Deliveries.CLAIM);
        return jdbc.sql("""
                update alert_post set due_at = :lapse, tries = tries + 1
                 where number = :number and chat in (
                       select chat from alert_post
                        where number = :number and state = 0 and due_at <= :now order by chat limit 1 /* lock */)
                returning chat, case when edit = 1 then message_id end as message_id
                """.replace("/* lock */", dialect.lockRows()))
                .param("lapse", lapses.toEpochMilli())
                .param("number", number.value())
                .param("now", clock.millis())
                .query((row, index) -> new Post(
                        number,
                        Chat.of(row.getString("chat")),
                        language(row.getString("chat")),
                        row.getString("message_id"),
                        lapses))
                .optional();
    }

    private @Nullable Language language(String chat) {
        return channels.stream()
                .filter(channel -> channel.chat().equals(chat))
                .findFirst()
                .flatMap(channel -> Language.of(channel.language()))
                .orElse(null);
    }

    /** Records how a posting ended. */
    void record(Post post, Result result) {
        switch (result) {
            case Result.Sent(String messageId) -> end(post, Deliveries.SENT, messageId, null);
            case Result.Failed(String cause) -> end(post, Deliveries.FAILED, null, cause);
            case Result.Gone gone -> end(post, Deliveries.FAILED, null, "channel unreachable");
            case Result.Again(Duration after) -> later(post, after);
            case Result.Unsent(Duration after) -> later(post, after);
        }
    }

    private void end(Post post, int state, @Nullable String messageId, @Nullable String cause) {
        jdbc.sql("""
                update alert_post
                   set state = :state, message_id = coalesce(:message, message_id), cause = :cause, due_at = :now
                 where number = :number and chat = :chat
                """)
                .param("state", state)
                .param("message", messageId)
                .param("cause", cause)
                .param("now", clock.millis())
                .param("number", post.alert().value())
                .param("chat", post.chat().joined())
                .update();
    }

    private void later(Post post, Duration after) {
        jdbc.sql("update alert_post set due_at = :due where number = :number and chat = :chat")
                .param("due", clock.millis() + after.toMillis())
                .param("number", post.alert().value())
                .param("chat", post.chat().joined())
                .update();
    }
}
