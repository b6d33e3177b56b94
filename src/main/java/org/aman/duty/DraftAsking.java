package org.aman.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aman.knowledge.Draft;
import org.aman.knowledge.Finding;
import org.aman.knowledge.Written;
import org.aman.message.Button;
import org.aman.message.Reply;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** Asks the writer of a draft one question at a time; when nothing keeps it back, shows it whole with what can be done. */
@Component
final class DraftAsking {
    private final Gaps gaps;
    private final Selection selection;
    private final DraftView view;
    private final Speech speech;
    private final Slips slips;

    DraftAsking(Gaps gaps, Selection selection, DraftView view, Speech speech, Slips slips) {
        this.gaps = gaps;
        this.selection = selection;
        this.view = view;
        this.speech = speech;
        this.slips = slips;
    }

    static Slips.About about(Draft draft) {
        return new Slips.About(Slip.Kind.DRAFT, draft.id().value(), draft.version(), draft.hash());
    }

    /** The next question, or the whole draft where there is none. */
    Reply next(Volunteer who, Draft draft) {
        Optional<Gaps.Gap> gap = gaps.first(draft.written());
        return gap.isEmpty() ? whole(who, draft) : ask(who, draft, gap.get());
    }

    private Reply ask(Volunteer who, Draft draft, Gaps.Gap gap) {
        return ask(who, draft, gap.field(), speech.sentences(who, gap.objections()), gap.mayBeLeft());
    }

    /** Asks for one field again, with a sentence before the question. */
    Reply ask(Volunteer who, Draft draft, Field field, String before, boolean mayBeLeft) {
        return ask(who, draft, field, before, mayBeLeft, selection.of(field, draft.written(), who.language()));
    }

    /** Asks which of these places was meant. */
    Reply askWhich(Volunteer who, Draft draft, String before, List<String> places) {
        return ask(who, draft, Field.PLACES, before, false, selection.places(places, who.language()));
    }

    private Reply ask(
            Volunteer who,
            Draft draft,
            Field field,
            String before,
            boolean mayBeLeft,
            List<Selection.Choice> choices) {
        Slip slip = slips.ask(who, about(draft), field.word(), "");
        List<Button> chosen = choices.stream()
                .map(choice -> new Button(choice.label(), slip.value("is " + choice.value())))
                .filter(button -> Button.fits(button.value()))
                .toList();
        List<List<Button>> rows = new ArrayList<>(
                field == Field.UNTIL || field == Field.PLACES ? Speech.column(chosen) : Speech.pairs(chosen));
        if (isOwnTitle(field, draft.written())) {
            rows.add(List.of(speech.button(who, "duty.button.first-line", slip, "first")));
        }
        if (mayBeLeft) {
            rows.add(List.of(speech.button(who, "duty.button.leave-out", slip, "leave")));
        }
        rows.add(List.of(speech.button(who, "duty.button.keep", slip, "keep")));
        String question = speech.text(who, "duty.ask." + field.word());
        return speech.said(who, before.isEmpty() ? question : before + "\n\n" + question, rows);
    }

    private static boolean isOwnTitle(Field field, Written written) {
        return field == Field.title(Gaps.own(written));
    }

    /** The whole draft, with what is worth a thought; errors that cannot be mended here are said. */
    Reply whole(Volunteer who, Draft draft) {
        List<Finding> findings = gaps.findings(draft.written());
        boolean isReady = findings.stream().noneMatch(Finding::isError);
        Slip slip = laid(who, draft);
        List<Button> buttons = Stream.of(
                        isReady ? List.of(speech.button(who, "duty.button.hand-in", slip, "hand-in")) : List.<Button>of(),
                        List.of(
                                speech.button(who, "duty.button.change", slip, "change"),
                                speech.button(who, "duty.button.keep", slip, "keep")))
                .flatMap(List::stream)
                .toList();
        String text = view.whole(draft.written(), who.language());
        String thoughts = speech.sentences(who, findings);
        String end = speech.text(who, isReady ? "duty.draft.ready" : "duty.draft.console");
        return speech.said(
                who,
                Stream.of(text, thoughts, end).filter(part -> !part.isBlank()).reduce((a, b) -> a + "\n\n" + b).orElse(""),
                Speech.column(buttons));
    }

    /** Which field to change. */
    Reply askWhatToChange(Volunteer who, Draft draft) {
        Slip slip = laid(who, draft);
        List<Button> fields = Stream.of(Field.values())
                .map(field -> new Button(speech.text(who, "duty.field." + field.word()), slip.value("ask " + field.word())))
                .toList();
        return speech.said(who, speech.text(who, "duty.draft.what"), Speech.pairs(fields));
    }

    /** What was asked before is no longer awaited. */
    private Slip laid(Volunteer who, Draft draft) {
        slips.hush(who.id());
        return slips.lay(who, about(draft));
    }

    /** A draft in one line of a list, for a button. */
    String headline(Volunteer who, Draft draft) {
        return view.headline(draft.written(), who.language());
    }

    Reply kept(Volunteer who, Draft draft) {
        slips.hush(who.id());
        return speech.say(who, "duty.draft.kept", Map.of("draft", headline(who, draft)));
    }
}
