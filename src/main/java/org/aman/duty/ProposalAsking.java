package org.aman.duty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aman.alert.AlertDesk;
import org.aman.alert.Draft;
import org.aman.alert.Filed;
import org.aman.language.Language;
import org.aman.message.Button;
import org.aman.message.Reply;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** Asks for the parts of an alert; what was asked before can no longer be answered. */
@Component
final class ProposalAsking {
    private static final Slips.About ABOUT = new Slips.About(Slip.Kind.PROPOSAL, "", 0, "");

    private final AlertDesk desk;
    private final Selection selection;
    private final Slips slips;
    private final Speech speech;

    ProposalAsking(AlertDesk desk, Selection selection, Slips slips, Speech speech) {
        this.desk = desk;
        this.selection = selection;
        this.slips = slips;
        this.speech = speech;
    }

    /** @param before a sentence before the question; empty for none */
    Reply ask(Volunteer who, Map<Part, String> parts, Part part, String before) {
        List<Selection.Choice> choices = ProposalSheet.choices(part).stream()
                .map(word -> new Selection.Choice(
                        speech.text(who, stem(part) + word), word))
                .toList();
        return ask(who, parts, part, before, choices);
    }

    /** Where the names of what can be chosen stand: the same as on the console. */
    private static String stem(Part part) {
        return switch (part) {
            case KIND -> "console.page.alert-kind.";
            case SEVERITY -> "console.page.alert-severity.";
            case URGENCY -> "console.page.alert-urgency.";
            case CERTAINTY -> "console.page.alert-certainty.";
            case PLACES, TEXT_AR, TEXT_EN, INSTRUCTION_AR, INSTRUCTION_EN, SOURCE_AR, SOURCE_EN, UNTIL -> "duty.part.";
        };
    }

    /** Asks once more, with the places that may have been meant. */
    Reply askAgain(Volunteer who, Map<Part, String> parts, Part part, ProposalSheet.Answered.Unclear unclear) {
        String before = speech.text(who, unclear.key(), unclear.values());
        return unclear.places().isEmpty()
                ? ask(who, parts, part, before)
                : ask(who, parts, part, before, selection.places(unclear.places(), who.language()));
    }

    private Reply ask(
            Volunteer who, Map<Part, String> parts, Part part, String before, List<Selection.Choice> choices) {
        slips.drop(who.id(), Slip.Kind.PROPOSAL);
        Slip slip = slips.ask(who, ABOUT, part.word(), ProposalSheet.note(parts));
        List<List<Button>> rows = new ArrayList<>(Speech.pairs(choices.stream()
                .map(choice -> new Button(choice.label(), slip.value("is " + choice.value())))
                .toList()));
        rows.add(List.of(speech.button(who, "duty.button.alert-give-up", slip, "drop")));
        String question = speech.text(who, "duty.ask-alert." + part.word());
        return speech.said(who, before.isEmpty() ? question : before + "\n\n" + question, rows);
    }

    private Slip laid(Volunteer who, Map<Part, String> parts) {
        slips.drop(who.id(), Slip.Kind.PROPOSAL);
        return slips.lay(who, ABOUT, ProposalSheet.note(parts));
    }

    Reply askWhatToChange(Volunteer who, Map<Part, String> parts) {
        Slip slip = laid(who, parts);
        return speech.said(
                who,
                speech.text(who, "duty.draft.what"),
                Speech.pairs(Arrays.stream(Part.values())
                        .map(part -> new Button(
                                speech.text(who, "duty.part." + part.word()), slip.value("ask " + part.word())))
                        .toList()));
    }

    /** What would go out, in both languages, and to how many. */
    Reply whole(Volunteer who, Map<Part, String> parts, String thoughts) {
        Draft draft = ProposalSheet.draft(parts);
        Language own = who.language();
        Slip slip = laid(who, parts);
        String text = Stream.of(
                        speech.text(who, "duty.alert.preview"),
                        desk.preview(draft, own).text(),
                        desk.preview(draft, own.other()).text(),
                        thoughts,
                        speech.text(who, "duty.alert.people", Map.of(
                                "people", desk.estimate(draft).peopleSaid())))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
        return speech.said(who, text, Speech.column(List.of(
                speech.button(who, "duty.button.alert-propose", slip, "propose"),
                speech.button(who, "duty.button.change", slip, "change"),
                speech.button(who, "duty.button.alert-give-up", slip, "drop"))));
    }

    Reply proposed(Volunteer who, Filed filed) {
        slips.drop(who.id(), Slip.Kind.PROPOSAL);
        return speech.say(who, "duty.alert.waits", Map.of("number", filed.alert().number().toString()));
    }

    Reply dropped(Volunteer who) {
        slips.drop(who.id(), Slip.Kind.PROPOSAL);
        return speech.say(who, "duty.alert.given-up");
    }
}
