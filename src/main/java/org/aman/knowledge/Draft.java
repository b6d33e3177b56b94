package org.aman.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aman.staff.Volunteer;
import org.jspecify.annotations.Nullable;

/**
 * An update while people are at work on it.
 *
 * @param updateId the update it will be or change; null until it has a name
 * @param baseRevision the revision of that update it began from, was taken up on, or was approved over last; 0 for a
 *     new update
 * @param origin where it came from
 * @param version counts up from 1 with every change
 * @param state one of {@link Life#DRAFT}, {@link Life#IN_REVIEW}, {@link Life#APPROVED}, {@link Life#PUBLISHED},
 *     {@link Life#DISCARDED}
 * @param hash SHA-256, in hex, over everything that would go live; empty where it cannot be read yet
 * @param authors whoever wrote any part of it; none of them may approve it
 * @param handedInBy who asks for review; null while nobody does
 * @param approvals of this very version
 * @param note why it was given back last; empty for no reason
 * @param liveAt when it goes live, once approved; null before
 */
public record Draft(
        Id id,
        Update.@Nullable Id updateId,
        int baseRevision,
        Origin origin,
        int version,
        Life state,
        Written written,
        String hash,
        Set<Volunteer.Id> authors,
        Volunteer.@Nullable Id handedInBy,
        List<Approval> approvals,
        String note,
        @Nullable Instant liveAt,
        Volunteer.Id changedBy,
        Instant changedAt) {

    /** A random name. */
    public record Id(String value) {
        public Id {
            if (value.isBlank()) {
                throw new IllegalArgumentException("A draft needs an id");
            }
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** Where a draft came from. */
    public enum Origin {
        NOTHING,
        TEXT,
        QUESTIONS,
        UPDATE,
        REVISION,
        RENEWAL,
        RELEASE,
        FILE
    }

    /** That somebody approved what they saw. */
    public record Approval(Volunteer.Id by, String hash, Instant at) {}

    /**
     * One change of a draft.
     *
     * @param step what was done, such as {@code saved}
     */
    public record Version(int version, Step step, Written written, Volunteer.Id by, Instant at) {}

    /** What can be done to a draft. */
    public enum Step {
        STARTED,
        SAVED,
        HANDED_IN,
        GIVEN_BACK,
        APPROVED,
        PUBLISHED,
        DISCARDED;

        /** Whether it puts words into the draft, so that whoever did it is an author. */
        boolean writes() {
            return this == STARTED || this == SAVED;
        }
    }

    public Draft {
        authors = Set.copyOf(authors);
        approvals = List.copyOf(approvals);
    }

    public Optional<Update.Id> update() {
        return Optional.ofNullable(updateId);
    }

    /** The same draft as a change of this revision of its update. */
    Draft basedOn(int revision) {
        return new Draft(
                id, updateId, revision, origin, version, state, written, hash, authors, handedInBy, approvals, note, liveAt,
                changedBy, changedAt);
    }
}
