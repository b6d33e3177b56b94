package org.aman.unanswered;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aman.database.Dialect;
import org.aman.database.Identifiers;
import org.aman.database.Seal;
import org.aman.language.Language;
import org.aman.language.Sha256;
import org.aman.message.Chat;
import org.aman.message.Forgets;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What we could not answer. A question is kept masked and without who asked; who wants to hear when it is known is kept
 * apart from it, sealed, for 72 hours at most. Safe for use by many threads and replicas.
 */
@Component
public class OpenQuestions implements Forgets {
    private static final String PURPOSE = "tell when known";
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long LONGEST_HANDLE = Duration.ofHours(72).toMillis();

    /** A question nobody has asked for a season tells volunteers nothing any more. */
    private static final long LONGEST_QUESTION = Duration.ofDays(90).toMillis();

    private final JdbcClient jdbc;
    private final Dialect dialect;
    private final Seal seal;
    private final Clock clock;
    private final Identifiers identifiers;

    public OpenQuestions(
            JdbcClient jdbc, Dialect dialect, Seal seal, Clock clock, Identifiers identifiers) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.seal = seal;
        this.clock = clock;
        this.identifiers = identifiers;
    }

    /** Keeps a question for the volunteers, masked; the same question asked again is counted, not kept twice. */
    public OpenQuestion.Id ask(
            String words,
            Language language,
            Place.@Nullable Id place,
            @Nullable String topic,
            OpenQuestion.Reason reason) {
        String masked = Masking.mask(words);
        String where = place == null ? null : place.value();
        return jdbc.sql("""
                insert into open_question (id, gist, words, language, place, topic, reason, asked, first_hour, last_hour)
                values (:id, :gist, :words, :language, :place, :topic, :reason, 1, :hour, :hour)
                    on conflict (gist) do update
                   set asked = open_question.asked + 1, last_hour = excluded.last_hour
                returning id
                """)
                .param("id", identifiers.next())
                .param("gist", gist(masked, language, where, topic, reason))
                .param("words", masked)
                .param("language", language.code())
                .param("place", where)
                .param("topic", topic)
                .param("reason", reason.name())
                .param("hour", thisHour())
                .query((row, number) -> new OpenQuestion.Id(row.getString("id")))
                .single();
    }

    /**
     * Notes that this chat wants to hear when the question is answered, for 72 hours at most; asking twice notes it once.
     *
     * @return false where there is no such question, or no longer
     */
    public boolean tellWhenKnown(OpenQuestion.Id question, Chat chat) {
        List<String> closings = seal.closings(PURPOSE, chat.joined());
        int noted = note(question, closings.getFirst());
        if (closings.size() > 1) {
            jdbc.sql("delete from tell_handle where question_id = :question and chat in (:older)")
                    .param("question", question.value())
                    .param("older", closings.subList(1, closings.size()))
                    .update();
        }
        return noted > 0;
    }

    private int note(OpenQuestion.Id question, String closedChat) {
        try {
            return jdbc.sql("""
                    insert into tell_handle (question_id, chat, until_hour)
                    select id, :chat, :until from open_question where id = :question
                        on conflict (question_id, chat) do update
                       set until_hour = excluded.until_hour
                    """)
                    .param("question", question.value())
                    .param("chat", closedChat)
                    .param("until", thisHour() + LONGEST_HANDLE)
                    .update();
        } catch (DataIntegrityViolationException answeredMeanwhile) {
            return 0;
        }
    }

    /** Who still wants to hear about this question. */
    public List<Chat> waiting(OpenQuestion.Id question) {
        return jdbc.sql("select chat from tell_handle where question_id = :question and until_hour > :now")
                .param("question", question.value())
                .param("now", clock.millis())
                .query((row, number) -> Chat.of(seal.open(PURPOSE, row.getString("chat"))))
                .list();
    }

    /** This chat has heard about this question: its handle goes. */
    public void told(OpenQuestion.Id question, Chat chat) {
        jdbc.sql("delete from tell_handle where question_id = :question and chat in (:closings)")
                .param("question", question.value())
                .param("closings", seal.closings(PURPOSE, chat.joined()))
                .update();
    }

    /** All open questions, those that most people asked first. */
    public List<OpenQuestion> all() {
        return jdbc.sql("""
                select id, words, language, place, topic, reason, asked, first_hour, last_hour, answered_by
                  from open_question
                 order by asked desc, last_hour desc, id
                """).query(OpenQuestions::toOpenQuestion).list();
    }

    /** Those for which somebody has named an update that answers them. */
    public List<OpenQuestion> answered() {
        return jdbc.sql("""
                select id, words, language, place, topic, reason, asked, first_hour, last_hour, answered_by
                  from open_question
                 where answered_by is not null
                 order by id
                """).query(OpenQuestions::toOpenQuestion).list();
    }

    /** How many wait for the answer to each question; those nobody waits for are left out. */
    public Map<OpenQuestion.Id, Integer> waiting() {
        Map<OpenQuestion.Id, Integer> waiting = new HashMap<>();
        jdbc.sql("select question_id, count(*) as n from tell_handle where until_hour > :now group by question_id")
                .param("now", clock.millis())
                .query(row -> {
                    waiting.put(new OpenQuestion.Id(row.getString("question_id")), row.getInt("n"));
                });
        return waiting;
    }

    /** Names the update that answers these questions; null takes the name back. Gives how many there were. */
    public int answerWith(Collection<OpenQuestion.Id> questions, @Nullable String updateId) {
        return questions.isEmpty()
                ? 0
                : jdbc.sql("update open_question set answered_by = :update where id in (:questions)")
                        .param("update", updateId)
                        .param("questions", questions.stream().map(OpenQuestion.Id::value).toList())
                        .update();
    }

    /**
     * Takes an answered question out, with all who wait, within the caller's transaction; they are the caller's to tell.
     *
     * @return empty where it is gone already, or where somebody is just now being noted: ask again later
     */
    public Optional<List<Waiting>> settle(OpenQuestion.Id question) {
        boolean ours = jdbc.sql("select id from open_question where id = :question " + dialect.lockRows())
                .param("question", question.value())
                .query(String.class)
                .optional()
                .isPresent();
        if (!ours) {
            return Optional.empty();
        }
        List<Waiting> waiting = jdbc.sql("""
                delete from tell_handle where question_id = :question
                returning chat, until_hour
                """)
                .param("question", question.value())
                .query((row, number) -> new Waiting(
                        Chat.of(seal.open(PURPOSE, row.getString("chat"))),
                        Instant.ofEpochMilli(row.getLong("until_hour"))))
                .list();
        close(question);
        return Optional.of(waiting.stream()
                .filter(one -> one.until().isAfter(clock.instant()))
                .toList());
    }

    /**
     * Somebody who waits for an answer.
     *
     * @param until when the promise to tell them ends
     */
    public record Waiting(Chat chat, Instant until) {}

    /** Takes a question out unanswered, with all who wait; false where it was gone already. */
    public boolean close(OpenQuestion.Id question) {
        return jdbc.sql("delete from open_question where id = :question")
                        .param("question", question.value())
                        .update()
                > 0;
    }

    @Override
    public void forget(Chat chat) {
        jdbc.sql("delete from tell_handle where chat in (:closings)")
                .param("closings", seal.closings(PURPOSE, chat.joined()))
                .update();
    }

    /** Erases handles that have ended and questions nobody has asked for 90 days, and blurs the order they came in. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void sweep() {
        jdbc.sql("delete from tell_handle where until_hour <= :now")
                .param("now", clock.millis())
                .update();
        jdbc.sql("delete from open_question where last_hour <= :longAgo")
                .param("longAgo", clock.millis() - LONGEST_QUESTION)
                .update();
        dialect.layByKey(jdbc, "open_question");
        dialect.layByKey(jdbc, "tell_handle");
    }

    /**
     * What makes two questions the same: the same words about the same place and topic, written alike or not. A place for
     * grouping by meaning: whatever gives two questions one gist lets them be counted as one.
     */
    private static String gist(
            String words,
            Language language,
            @Nullable String place,
            @Nullable String topic,
            OpenQuestion.Reason reason) {
        String folded = words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        String all = String.join("\n", language.code(), "" + place, "" + topic, reason.name(), folded);
        // Hashed only to be short enough for an index; what it is made of is kept beside it anyway.
        return Sha256.of(all);
    }

    private long thisHour() {
        return Math.floorDiv(clock.millis(), HOUR) * HOUR;
    }

    private static OpenQuestion toOpenQuestion(ResultSet row, int number) throws SQLException {
        String place = row.getString("place");
        return new OpenQuestion(
                new OpenQuestion.Id(row.getString("id")),
                row.getString("words"),
                Language.of(row.getString("language")).orElseThrow(),
                place == null ? null : new Place.Id(place),
                row.getString("topic"),
                OpenQuestion.Reason.valueOf(row.getString("reason")),
                row.getInt("asked"),
                Instant.ofEpochMilli(row.getLong("first_hour")),
                Instant.ofEpochMilli(row.getLong("last_hour")),
                row.getString("answered_by"));
    }
}
