package org.aman.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aman.knowledge.Finding;
import org.aman.knowledge.Ruling;
import org.aman.language.Language;
import org.aman.language.Messages;
import org.aman.language.RightToLeft;
import org.aman.message.Button;
import org.aman.message.Reply;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** Says things to people on duty in the language of their account. */
@Component
final class Speech {
    private final Messages messages;
    private final Slips slips;

    Speech(Messages messages, Slips slips) {
        this.messages = messages;
        this.slips = slips;
    }

    String text(Volunteer who, String key) {
        return messages.text(key, who.language());
    }

    String text(Volunteer who, String key, Map<String, ?> values) {
        return messages.text(key, who.language(), values);
    }

    Reply say(Volunteer who, String key) {
        return said(who, text(who, key), List.of());
    }

    Reply say(Volunteer who, String key, Map<String, ?> values) {
        return said(who, text(who, key, values), List.of());
    }

    /** @param rows of buttons under it */
    Reply said(Volunteer who, String text, List<List<Button>> rows) {
        String shown = who.language() == Language.ARABIC ? RightToLeft.isolate(text) : RightToLeft.unmarked(text);
        return new Reply(who.language(), shown, rows, List.of());
    }

    /** A button that does this for whoever holds the slip; its label says what it does. */
    Button button(Volunteer who, String key, Slip slip, String act) {
        return new Button(text(who, key), slip.value(act));
    }

    /** One button a row. */
    static List<List<Button>> column(List<Button> buttons) {
        return buttons.stream().map(List::of).toList();
    }

    /** Two buttons a row, for short labels. */
    static List<List<Button>> pairs(List<Button> buttons) {
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i += 2) {
            rows.add(buttons.subList(i, Math.min(i + 2, buttons.size())));
        }
        return rows;
    }

    /** What they saw is no longer what stands: nothing was done, and no words are awaited any more. */
    Reply stale(Volunteer who) {
        slips.hush(who.id());
        return say(who, "duty.stale");
    }

    /** Why a desk refused, as sentences. */
    Reply refused(Volunteer who, Ruling.Refused refused) {
        return switch (refused.why()) {
            case NOT_FOUND, NOT_NOW, CHANGED_SINCE, UPDATE_MOVED -> stale(who);
            case HAS_ERRORS -> said(who, sentences(who, refused.findings()), List.of());
            case NOT_ALLOWED, OWN_WORK, ALREADY_APPROVED, DRAFT_OPEN, ID_TAKEN, FROZEN, CLOCKS_DISAGREE, TOO_MANY,
                    NEEDS_ANOTHER, TOO_LONG, NO_REASON -> said(who, refused.sentence(messages, who.language()), List.of());
        };
    }

    /** Findings as lines, one each. */
    String sentences(Volunteer who, List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.sentence(messages, who.language()))
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
