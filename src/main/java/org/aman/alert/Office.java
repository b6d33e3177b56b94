package org.aman.alert;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.aman.knowledge.Finding;
import org.aman.staff.Act;
import org.aman.staff.Journal;
import org.aman.staff.SamePerson;
import org.aman.staff.Volunteer;
import org.springframework.transaction.support.TransactionOperations;

/** What every decision about alerts goes through: who may, all or nothing, the journal, and the news afterwards. */
final class Office {
    private final Journal journal;
    private final TransactionOperations transaction;
    private final Consumer<AlertNews> news;
    private final SamePerson persons;
    private final Clock clock;

    Office(
            Journal journal,
            TransactionOperations transaction,
            Consumer<AlertNews> news,
            SamePerson persons,
            Clock clock) {
        this.journal = journal;
        this.transaction = transaction;
        this.news = news;
        this.persons = persons;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    /** Nothing is done, and why. */
    static final class Objection extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<Finding> why;

        Objection(List<Finding> why) {
            super("The desk refuses", null, false, false);
            this.why = why;
        }

        Objection(String key) {
            this(Objections.one(key));
        }

        Objection(String key, Map<String, Object> values) {
            this(Objections.one(key, values));
        }
    }

    /** Does all of it or, where an objection comes up, nothing; whoever listens hears of it afterwards. */
    Ruling decide(AlertNews.What what, Volunteer by, Supplier<Filed> work) {
        try {
            Filed filed = Objects.requireNonNull(transaction.execute(status -> work.get()));
            tell(filed.alert().number(), what, by.id());
            return new Ruling.Granted(filed);
        } catch (Objection e) {
            return new Ruling.Refused(e.why);
        }
    }

    <T> T inOne(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    void tell(Alert.Number number, AlertNews.What what, Volunteer.Id by) {
        news.accept(new AlertNews(number, what, by));
    }

    /** Notes what is being done; within {@link #decide}. */
    void note(Volunteer.Id by, String act, Alert.Number number, String detail) {
        journal.note(by.value(), act, "alert-" + number, detail);
    }

    /** Notes what became of a draft that came from elsewhere. */
    void note(Volunteer.Id by, String act, Suggestion.Id suggestion) {
        journal.note(by.value(), act, "suggestion-" + suggestion, "");
    }

    void mayDo(Volunteer by, Act act) {
        if (!by.may(act)) {
            throw new Objection("not-allowed");
        }
    }

    boolean same(Volunteer.Id one, Volunteer.Id other) {
        return one.equals(other) || persons.same(one, other);
    }
}
