package org.aman.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aman.alert.Office.Objection;
import org.aman.alert.Suggestion.Original;
import org.aman.alert.Suggestion.State;
import org.aman.language.Bilingual;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The drafts that came from other alerting services and wait for the people on duty. None of them is an alert: only a
 * person makes one of it, through the desk, with a second person after them.
 */
public final class Suggestions {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = "select id, content, original, state, number, made_at from alert_suggestion ";

    private final JdbcClient jdbc;
    private final Alerts alerts;
    private final AlertDesk desk;
    private final Office office;

    Suggestions(JdbcClient jdbc, Alerts alerts, AlertDesk desk, Office office) {
        this.jdbc = jdbc;
        this.alerts = alerts;
        this.desk = desk;
        this.office = office;
    }

    /**
     * What a later message of the same matter follows.
     *
     * @param all what was made of the earlier ones, the first one first
     * @param why what its sender says has changed
     */
    public record Earlier(List<Suggestion.Id> all, Follow.Way way, Bilingual why) {
        public Earlier {
            all = List.copyOf(all);
        }
    }

    /** Lays a first one before the people on duty. */
    public void lay(Suggestion.Id id, Draft draft, Original original) {
        office.inOne(() -> {
            add(id, draft, original);
            office.note(AlertConfiguration.SERVICE, "suggestion-came-in", id);
            return id;
        });
    }

    private void add(Suggestion.Id id, Draft draft, Original original) {
        jdbc.sql("""
                insert into alert_suggestion (id, content, original, state, made_at)
                values (:id, :content, :original, 'WAITING', :at)
                """)
                .param("id", id.value())
                .param("content", JSON.writeValueAsString(draft))
                .param("original", JSON.writeValueAsString(original))
                .param("at", office.clock().millis())
                .update();
    }

    /**
     * Lays one that follows earlier ones before the people on duty. What nobody has used yet is overtaken by it; what
     * became an alert is followed by it, for the same people. Within a transaction of the caller's.
     *
     * @return false where there is nothing to follow: a cancel of what nobody has used only takes that back
     */
    public boolean lay(Suggestion.Id id, Draft draft, Original original, Earlier earlier) {
        State overtaken = earlier.way() == Follow.Way.UPDATE ? State.REPLACED : State.WITHDRAWN;
        earlier.all().forEach(one -> move(one, State.WAITING, overtaken));
        Optional<Filed> first = earlier.all().stream()
                .flatMap(one -> find(one).stream())
                .flatMap(one -> Optional.ofNullable(one.number()).stream())
                .flatMap(number -> alerts.filed(number).stream())
                .filter(filed -> filed.state() != AlertState.DISCARDED)
                .findFirst();
        if (first.isEmpty() && earlier.way() != Follow.Way.UPDATE) {
            return false;
        }
        lay(id, first.map(filed -> after(filed, draft, earlier)).orElse(draft), original);
        return true;
    }

    /** It reaches whoever the first reached, as an alert that follows the first must. */
    private static Draft after(Filed told, Draft draft, Earlier earlier) {
        Follow own = told.alert().follow();
        Alert.Number first = own == null ? told.alert().number() : own.first();
        Areas areas = told.alert().areas();
        return new Draft(
                        earlier.way() == Follow.Way.CANCEL ? told.alert().kind() : draft.kind(),
                        draft.severity(),
                        draft.urgency(),
                        draft.certainty(),
                        areas.places(),
                        areas.circle(),
                        draft.texts(),
                        draft.span(),
                        null,
                        null,
                        null)
                .following(new Follow(earlier.way(), first, earlier.why()));
    }

    public Optional<Suggestion> find(Suggestion.Id id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query(Suggestions::toSuggestion)
                .optional();
    }

    /** Those that somebody should look at, the latest first. */
    public List<Suggestion> waiting() {
        return new ArrayList<>(jdbc.sql(COLUMNS + "where state = 'WAITING' order by made_at desc, id")
                .query(Suggestions::toSuggestion)
                .list());
    }

    /**
     * Puts what was made of it before a second person, as a proposal of whoever does so.
     *
     * @param draft what is proposed: the suggestion's, or what somebody made of it
     */
    public Ruling propose(Suggestion.Id id, Draft draft, Volunteer by) {
        return desk.propose(draft, by, number -> proposed(id, number));
    }

    private void proposed(Suggestion.Id id, Alert.Number number) {
        if (!move(id, State.WAITING, State.PROPOSED)) {
            throw new Objection("suggestion-over");
        }
        jdbc.sql("update alert_suggestion set number = :number where id = :id")
                .param("number", number.value())
                .param("id", id.value())
                .update();
    }

    /** Decides against it; false where it was decided meanwhile, or this person may not. */
    public boolean drop(Suggestion.Id id, Volunteer by) {
        return by.may(Act.PROPOSE_ALERT) && office.inOne(() -> {
            boolean dropped = move(id, State.WAITING, State.DROPPED);
            if (dropped) {
                office.note(by.id(), "suggestion-dropped", id);
            }
            return dropped;
        });
    }

    private boolean move(Suggestion.Id id, State from, State to) {
        return jdbc.sql("update alert_suggestion set state = :to where id = :id and state = :from")
                        .param("to", to.name())
                        .param("id", id.value())
                        .param("from", from.name())
                        .update()
                > 0;
    }

    /** Forgets those that came in before this moment. */
    public void erase(Instant before) {
        jdbc.sql("delete from alert_suggestion where made_at < :before")
                .param("before", before.toEpochMilli())
                .update();
    }

    private static Suggestion toSuggestion(ResultSet row, int index) throws SQLException {
        int number = row.getInt("number");
        boolean none = row.wasNull();
        return new Suggestion(
                new Suggestion.Id(row.getString("id")),
                JSON.readValue(row.getString("content"), Draft.class),
                JSON.readValue(row.getString("original"), Original.class),
                State.valueOf(row.getString("state")),
                none ? null : new Alert.Number(number),
                Instant.ofEpochMilli(row.getLong("made_at")));
    }
}
