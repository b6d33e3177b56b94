package org.aman.duty;

import java.text.BreakIterator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.aman.knowledge.Draft;
import org.aman.knowledge.DraftDesk;
import org.aman.knowledge.Drafts;
import org.aman.knowledge.Life;
import org.aman.knowledge.Ruling;
import org.aman.knowledge.Written;
import org.aman.language.Language;
import org.aman.language.RightToLeft;
import org.aman.message.Reply;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** Writing a draft in a chat: begun with a message, filled in answer by answer, handed in. */
@Component
final class DraftTalk implements Talk {
    private static final int MOST_OPEN = 200;
    private static final int LONGEST_TITLE = 100;

    private final DraftDesk desk;
    private final Drafts drafts;
    private final DraftAsking asking;
    private final Filling filling;
    private final Speech speech;

    DraftTalk(DraftDesk desk, Drafts drafts, DraftAsking asking, Filling filling, Speech speech) {
        this.desk = desk;
        this.drafts = drafts;
        this.asking = asking;
        this.filling = filling;
        this.speech = speech;
    }

    @Override
    public Slip.Kind kind() {
        return Slip.Kind.DRAFT;
    }

    /** Begins a draft with a message; the same message again goes on with the draft that it began. */
    List<Reply> begin(Volunteer who, String words, String source, Instant saidAt) {
        String text = RightToLeft.unmarked(words).strip();
        if (text.isEmpty()) {
            return List.of(speech.say(who, "duty.draft.no-text"));
        }
        Optional<Draft> begun = own(who).stream()
                .filter(draft -> says(draft.written(), text))
                .findFirst();
        if (begun.isPresent()) {
            return List.of(asking.next(who, begun.get()));
        }
        return switch (desk.start(who, filling.begun(text, source, saidAt), Draft.Origin.TEXT)) {
            case Ruling.Kept(Draft draft) -> List.of(
                    speech.say(who, "duty.draft.begun"), asking.next(who, draft));
            case Ruling.Refused refused -> List.of(speech.refused(who, refused));
            case Ruling other -> throw new IllegalStateException("A draft cannot begin as " + other.getClass());
        };
    }

    private static boolean says(Written written, String text) {
        return written.arabic().text().equals(text) || written.english().text().equals(text);
    }

    /** Goes on with one's own draft; empty where it is no longer being written. */
    Optional<Reply> open(Volunteer who, Draft.Id id) {
        return drafts.draft(id)
                .filter(draft -> draft.state() == Life.DRAFT && draft.authors().contains(who.id()))
                .map(draft -> asking.next(who, draft));
    }

    String headline(Volunteer who, Draft draft) {
        return asking.headline(who, draft);
    }

    /** The open drafts that this person writes at. */
    List<Draft> own(Volunteer who) {
        return drafts.in(List.of(Life.DRAFT), MOST_OPEN).stream()
                .filter(draft -> draft.authors().contains(who.id()))
                .toList();
    }

    @Override
    public List<Reply> pressed(Volunteer who, Slip slip, String act) {
        Optional<Draft> draft = seen(slip);
        if (draft.isEmpty()) {
            return List.of(speech.stale(who));
        }
        Order order = Order.pressed(act);
        return switch (order.name()) {
            case "is" -> Field.of(slip.field())
                    .map(field -> fill(who, draft.get(), field, order.rest()))
                    .orElseGet(() -> notMine(who));
            case "first" -> Field.of(slip.field())
                    .map(field -> fill(who, draft.get(), field, firstSentence(draft.get().written())))
                    .orElseGet(() -> notMine(who));
            case "ask" -> Field.of(order.rest())
                    .map(field -> List.of(asking.ask(who, draft.get(), field, "", false)))
                    .orElseGet(() -> notMine(who));
            case "open" -> List.of(asking.next(who, draft.get()));
            case "leave" -> List.of(asking.whole(who, draft.get()));
            case "change" -> List.of(asking.askWhatToChange(who, draft.get()));
            case "keep" -> List.of(asking.kept(who, draft.get()));
            case "hand-in" -> handIn(who, draft.get());
            default -> notMine(who);
        };
    }

    private List<Reply> notMine(Volunteer who) {
        return List.of(speech.say(who, "duty.forged"));
    }

    @Override
    public List<Reply> typed(Volunteer who, Slip slip, String words) {
        Optional<Draft> draft = seen(slip);
        Optional<Field> field = Field.of(slip.field());
        return draft.isEmpty() || field.isEmpty()
                ? List.of(saidTwice(who, slip).orElseGet(() -> speech.stale(who)))
                : fill(who, draft.get(), field.get(), RightToLeft.unmarked(words));
    }

    /** The answer had been taken up, but the process ended before it could ask on. */
    private Optional<Reply> saidTwice(Volunteer who, Slip slip) {
        return drafts.draft(new Draft.Id(slip.subject()))
                .filter(draft -> draft.state() == Life.DRAFT)
                .filter(draft -> draft.version() == slip.revision() + 1 && draft.changedBy().equals(who.id()))
                .map(draft -> asking.next(who, draft));
    }

    /** The draft of a slip, as long as it is what was seen. */
    private Optional<Draft> seen(Slip slip) {
        return drafts.draft(new Draft.Id(slip.subject()))
                .filter(draft -> draft.state() == Life.DRAFT)
                .filter(draft -> draft.version() == slip.revision());
    }

    private List<Reply> fill(Volunteer who, Draft draft, Field field, String answer) {
        return switch (filling.fill(draft.written(), field, answer)) {
            case Filling.Filled.Done(Written written) -> save(who, draft, written);
            case Filling.Filled.Unclear unclear -> List.of(
                    unclear.places().isEmpty()
                            ? asking.ask(who, draft, field, speech.text(who, unclear.key(), unclear.values()), false)
                            : asking.askWhich(
                                    who, draft, speech.text(who, unclear.key(), unclear.values()), unclear.places()));
        };
    }

    private List<Reply> save(Volunteer who, Draft draft, Written written) {
        return switch (desk.save(who, draft.id(), draft.version(), written)) {
            case Ruling.Kept(Draft saved) -> List.of(asking.next(who, saved));
            case Ruling.Refused refused -> List.of(speech.refused(who, refused));
            case Ruling.Conflict conflict -> List.of(speech.stale(who));
            case Ruling other -> throw new IllegalStateException("A draft cannot be saved as " + other.getClass());
        };
    }

    private List<Reply> handIn(Volunteer who, Draft draft) {
        return switch (desk.handIn(who, draft.id(), draft.version())) {
            case Ruling.Kept kept -> List.of(speech.say(who, "duty.draft.handed-in"));
            case Ruling.Refused refused -> List.of(speech.refused(who, refused), asking.next(who, draft));
            case Ruling other -> throw new IllegalStateException("A draft cannot be handed in as " + other.getClass());
        };
    }

    private static String firstSentence(Written written) {
        Language language = Gaps.own(written);
        String text = language == Language.ARABIC ? written.arabic().text() : written.english().text();
        BreakIterator sentences = BreakIterator.getSentenceInstance(language.locale());
        String line = text.lines().findFirst().orElse("");
        sentences.setText(line);
        int end = sentences.next();
        String first = (end == BreakIterator.DONE ? line : line.substring(0, end)).strip();
        if (first.length() <= LONGEST_TITLE) {
            return first.replaceAll("[.。]$", "");
        }
        int space = first.lastIndexOf(' ', LONGEST_TITLE);
        return first.substring(0, space > 0 ? space : first.offsetByCodePoints(0, first.codePointCount(0, LONGEST_TITLE)));
    }
}
