package org.aman.knowledge;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aman.language.Language;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;

/**
 * The door through which published updates change: held, withdrawn, asked in further ways, or taken from files. Each
 * change is one transaction over the update, its history, the count of revisions and the journal, and is announced as an
 * {@link Updates.Change} once it is certain. Call it outside transactions. What is new comes through {@link DraftDesk}.
 */
public class UpdateDesk {
    private final Updates updates;
    private final Safeguards safeguards;
    private final Bookkeeping books;

    UpdateDesk(Updates updates, Safeguards safeguards, Bookkeeping books) {
        this.updates = updates;
        this.safeguards = safeguards;
        this.books = books;
    }

    /**
     * An update as it came from a file of the folder.
     *
     * @param hash of the file's content
     */
    record Filed(Update update, String file, String hash) {}

    /** Publishes what files of the folder say, all of it or nothing; those left out by a freeze or a wrong clock. */
    List<Filed> publish(Collection<Filed> filed, String by) {
        if (filed.isEmpty()) {
            return List.of();
        }
        return books.step(touched -> {
            boolean frozen = safeguards.isFrozen();
            boolean timeless = safeguards.clocksDisagree();
            Map<Boolean, List<Filed>> waiting = filed.stream().collect(Collectors.partitioningBy(one ->
                    timeless || frozen && safeguards.isGrave(one.update().topic(), one.update().status())));
            List<Filed> taken = waiting.getOrDefault(false, List.of());
            published(taken.stream().map(Filed::update).toList(), by, touched);
            Map<String, FileMarks.Mark> marks = new LinkedHashMap<>();
            taken.forEach(one -> marks.put(one.file(), new FileMarks.Mark(one.update().id(), one.hash())));
            updates.files().keep(marks);
            return waiting.getOrDefault(true, List.of());
        });
    }

    /** Publishes what an operator brings, all of these or none; those that say nothing new are passed over. */
    int publishAll(Collection<Update> brought, String by) {
        return books.step(touched -> published(brought, by, touched));
    }

    /** Of updates with one id the first counts, and what stands so already is passed over; how many were published. */
    private int published(Collection<Update> brought, String by, Bookkeeping.Touched touched) {
        Map<Update.Id, Updates.Kept> kept =
                updates.kept(brought.stream().map(Update::id).distinct().toList());
        Map<Update.Id, Updates.Revised> news = new LinkedHashMap<>();
        for (Update one : brought) {
            Optional<Updates.Kept> former = Optional.ofNullable(kept.get(one.id()));
            int revision = former.map(then -> then.update().revision()).orElse(0) + 1;
            Updates.Revised revised = Updates.Revised.of(one, revision);
            if (former.filter(then -> then.says(revised)).isEmpty()) {
                news.putIfAbsent(one.id(), revised);
            }
        }
        touched.add(updates.keep(news.values(), Updates.State.PUBLISHED, by, books.now()));
        Map<String, String> hashes = new LinkedHashMap<>();
        news.forEach((id, revised) -> hashes.put(id.value(), revised.hash()));
        books.note(by, "update-published", hashes);
        return news.size();
    }

    boolean isFrozenFor(Update update) {
        return safeguards.isGrave(update.topic(), update.status()) && safeguards.isFrozen();
    }

    private void published(Update update, String by, Bookkeeping.Touched touched) {
        keep(update, Updates.State.PUBLISHED, by, touched);
        books.note(by, "update-published", update.id().value(), UpdateText.hash(update));
    }

    /**
     * Adds a way people ask this, as a new revision, so that it is found by it at once. Says nothing else than before, so
     * nobody needs to be asked; a way it has already changes nothing.
     */
    public void addQuestion(Update.Id id, Language language, String words, String by) {
        books.step(touched -> {
            Updates.Kept kept = known(id);
            if (kept.update().questions().getOrDefault(language, List.of()).contains(words)) {
                return false;
            }
            keep(kept.update().alsoAsked(language, words), kept.state(), by, touched);
            books.note(by, "update-also-asked", id.value(), language.code());
            return true;
        });
    }

    /**
     * Takes an update out of the answers at once, while it is being checked. One person may always do this.
     *
     * @param seen the revision this person read: where it says otherwise by now, nothing is done
     * @param reason what a colleague should look at; may be empty
     */
    public Ruling hold(Volunteer by, Update.Id id, int seen, String reason) {
        return by.may(Act.HOLD)
                ? change(by, id, seen, Life.HELD, "update-held", reason)
                : Ruling.Refused.because(Ruling.Why.NOT_ALLOWED);
    }

    /**
     * Takes an update out of the answers for good. One person may always do this.
     *
     * @param seen the revision this person read: where it says otherwise by now, nothing is done
     * @param reason why; may be empty
     */
    public Ruling withdraw(Volunteer by, Update.Id id, int seen, String reason) {
        return by.may(Act.WITHDRAW)
                ? change(by, id, seen, Life.WITHDRAWN, "update-withdrawn", reason)
                : Ruling.Refused.because(Ruling.Why.NOT_ALLOWED);
    }

    private Ruling change(Volunteer by, Update.Id id, int seen, Life next, String act, String reason) {
        Updates.State state = next == Life.HELD ? Updates.State.HELD : Updates.State.WITHDRAWN;
        return books.step(touched -> {
            Optional<Updates.Kept> found = updates.kept(id);
            if (found.isEmpty()) {
                return Ruling.Refused.because(Ruling.Why.NOT_FOUND);
            }
            Updates.Kept kept = found.get();
            if (!life(kept).mayBecome(next)) {
                return Ruling.Refused.because(Ruling.Why.NOT_NOW, Map.of("state", kept.state().name()));
            }
            if (updates.hasMoved(id, seen)) {
                return Ruling.Refused.because(Ruling.Why.CHANGED_SINCE);
            }
            Update now = keep(kept.update(), state, by.id().value(), touched);
            books.note(by, act, id.value(), reason);
            return new Ruling.Stands(now, state);
        });
    }

    private static Life life(Updates.Kept kept) {
        return switch (kept.state()) {
            case PUBLISHED -> Life.PUBLISHED;
            case HELD -> Life.HELD;
            case WITHDRAWN -> Life.WITHDRAWN;
        };
    }

    /** Withdraws what a vanished file of the folder had said. */
    void withdrawVanished(String file, Update.Id id, String by) {
        books.step(touched -> {
            withdrawVanished(file, id, by, touched);
            return true;
        });
    }

    /** Withdraws what these vanished files had said, all of it or nothing: a person said that it is meant. */
    void confirmVanished(Volunteer by, Map<String, FileMarks.Mark> files) {
        books.step(touched -> {
            books.note(by, "vanished-confirmed", "files", Integer.toString(files.size()));
            files.forEach((file, mark) -> withdrawVanished(file, mark.id(), by.id().value(), touched));
            return true;
        });
    }

    /** Leaves what these vanished files had said as it stands. */
    void keepVanished(Volunteer by, Map<String, FileMarks.Mark> files) {
        books.step(touched -> {
            books.note(by, "vanished-kept", "files", Integer.toString(files.size()));
            Map<String, FileMarks.Mark> marks = new LinkedHashMap<>();
            files.forEach((file, mark) -> marks.put(file, mark.without()));
            updates.files().keep(marks);
            return true;
        });
    }

    private void withdrawVanished(String file, Update.Id id, String by, Bookkeeping.Touched touched) {
        updates.files().remove(file);
        Updates.Kept kept = known(id);
        if (kept.state() == Updates.State.PUBLISHED) {
            keep(kept.update(), Updates.State.WITHDRAWN, by, touched);
            books.note(by, "update-withdrawn", id.value(), "its file vanished");
        }
    }

    private Updates.Kept known(Update.Id id) {
        return updates.kept(id).orElseThrow(() -> new IllegalArgumentException("There is no update " + id));
    }

    private Update keep(Update update, Updates.State state, String by, Bookkeeping.Touched touched) {
        int revision = updates.kept(update.id()).map(kept -> kept.update().revision()).orElse(0) + 1;
        Updates.Revised revised = Updates.Revised.of(update, revision);
        touched.add(updates.keep(List.of(revised), state, by, books.now()));
        return revised.update();
    }
}
