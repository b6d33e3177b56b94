package org.aman.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.jspecify.annotations.Nullable;

/** How a step on a draft or an update ended. */
public sealed interface Ruling {
    /** The draft is kept as it is now. */
    record Kept(Draft draft) implements Ruling {}

    /** It answers from now on. */
    record Published(Update update) implements Ruling {}

    /** Approved; it goes live then, unless somebody stops it. */
    record GoesLive(Draft draft, Instant at) implements Ruling {}

    /** Approved; so many more people must approve it. */
    record NeedsMore(Draft draft, int more) implements Ruling {}

    /** The update stands as it was asked to: held, released or withdrawn. */
    record Stands(Update update, Updates.State state) implements Ruling {}

    /**
     * Somebody else changed the draft meanwhile; nothing was overwritten.
     *
     * @param theirs the draft as it is now
     * @param common what both began from; null where it is not known
     * @param yours what was typed
     */
    record Conflict(Draft theirs, @Nullable Written common, Written yours) implements Ruling {}

    /**
     * It may not be. The message {@code refused.WHY}, in kebab-case, says so in both languages.
     *
     * @param findings what is wrong with the draft, where that is why
     */
    record Refused(Why why, Map<String, Object> values, List<Finding> findings) implements Ruling {
        public Refused {
            values = Map.copyOf(values);
            findings = List.copyOf(findings);
        }

        static Refused because(Why why) {
            return new Refused(why, Map.of(), List.of());
        }

        static Refused because(Why why, Map<String, Object> values) {
            return new Refused(why, values, List.of());
        }

        /** Why not, as a sentence that says what to do. */
        public String sentence(Messages messages, Language language) {
            return messages.text("refused." + why.word(), language, values);
        }
    }

    /** Why something may not be. */
    enum Why {
        /** This person's role does not allow it. */
        NOT_ALLOWED,
        /** There is no such draft, update or revision. */
        NOT_FOUND,
        /** This step may not follow the one before; {@code state} names where it stands. */
        NOT_NOW,
        /** Whoever wrote a part of it does not approve it. */
        OWN_WORK,
        /** This person has approved it already. */
        ALREADY_APPROVED,
        /** What was seen is no longer what stands in the draft. */
        CHANGED_SINCE,
        /** The update was changed or withdrawn after the draft was begun; see {@link DraftDesk#takeUp}. */
        UPDATE_MOVED,
        /** It has errors: see the findings. */
        HAS_ERRORS,
        /** Another draft of this update is open; {@code draft} names it. */
        DRAFT_OPEN,
        /** Another update has this id. */
        ID_TAKEN,
        /** Publishing what needs a second person is frozen. */
        FROZEN,
        /** This process and its database are more than a minute apart: no time can be trusted. */
        CLOCKS_DISAGREE,
        /** This person helped to publish {@code most} such updates within an hour. */
        TOO_MANY,
        /** Somebody else must approve this. */
        NEEDS_ANOTHER,
        /** More was typed than {@code most} letters. */
        TOO_LONG,
        /** A reason is needed. */
        NO_REASON;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
