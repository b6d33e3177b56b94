package org.aman.knowledge;

import java.time.Instant;
import java.util.Optional;
import org.aman.staff.Act;
import org.aman.staff.SamePerson;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The brake on publishing what needs a second person: every volunteer may pull it, two who may review release it.
 * Holding and withdrawing go on while it is pulled.
 */
public class Freeze {
    private final JdbcClient jdbc;
    private final Bookkeeping books;
    private final SamePerson persons;

    Freeze(JdbcClient jdbc, Bookkeeping books, SamePerson persons) {
        this.jdbc = jdbc;
        this.books = books;
        this.persons = persons;
    }

    /**
     * That publishing is frozen.
     *
     * @param releasedBy the first of two who want it released; null for nobody yet
     */
    public record Frozen(Volunteer.Id by, Instant at, String reason, Volunteer.@Nullable Id releasedBy) {}

    /** Whether and why publishing is frozen now. */
    public Optional<Frozen> now() {
        return jdbc.sql("select frozen_by, frozen_at, reason, released_by from publishing_freeze")
                .query((row, number) -> new Frozen(
                        new Volunteer.Id(row.getString("frozen_by")),
                        Instant.ofEpochMilli(row.getLong("frozen_at")),
                        row.getString("reason"),
                        row.getString("released_by").isEmpty()
                                ? null
                                : new Volunteer.Id(row.getString("released_by"))))
                .optional();
    }

    /** Freezes at once; false where this person may not. Frozen again, a release that was begun is void. */
    public boolean freeze(Volunteer by, String reason) {
        if (!by.may(Act.FREEZE)) {
            return false;
        }
        return books.step(touched -> {
            jdbc.sql("""
                    insert into publishing_freeze (id, frozen_by, frozen_at, reason, released_by)
                    values (1, :by, :at, :reason, '')
                    on conflict (id) do update set released_by = ''
                    """)
                    .param("by", by.id().value())
                    .param("at", books.now().toEpochMilli())
                    .param("reason", reason)
                    .update();
            books.note(by, "publishing-frozen", "publishing", reason);
            return true;
        });
    }

    /** How a release went. */
    public enum Release {
        /** Somebody else must release it too. */
        ONE_MORE,
        RELEASED,
        NOT_FROZEN,
        NOT_ALLOWED
    }

    /** Releases it together with another person; whoever froze it may be one of the two. */
    public Release release(Volunteer by) {
        if (!by.may(Act.UNFREEZE)) {
            return Release.NOT_ALLOWED;
        }
        return books.step(touched -> now().map(frozen -> release(by, frozen)).orElse(Release.NOT_FROZEN));
    }

    private Release release(Volunteer by, Frozen frozen) {
        Volunteer.Id first = frozen.releasedBy();
        if (first != null && !first.equals(by.id()) && !persons.same(first, by.id())) {
            jdbc.sql("delete from publishing_freeze").update();
            books.note(by, "publishing-released", "publishing", "with " + first);
            return Release.RELEASED;
        }
        if (first == null) {
            jdbc.sql("update publishing_freeze set released_by = :by")
                    .param("by", by.id().value())
                    .update();
            books.note(by, "publishing-release-asked", "publishing", "");
        }
        return Release.ONE_MORE;
    }
}
