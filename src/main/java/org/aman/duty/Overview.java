package org.aman.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aman.alert.Alert;
import org.aman.alert.Filed;
import org.aman.knowledge.Draft;
import org.aman.message.Button;
import org.aman.message.Reply;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** {@code /duty}: what waits for this person, each behind a button, and what else can be done. */
@Component
final class Overview implements Talk, Obeys {
    private static final int MOST = 6;

    private final DraftTalk drafts;
    private final ReviewTalk reviews;
    private final AlertTalk alerts;
    private final Slips slips;
    private final Speech speech;

    Overview(DraftTalk drafts, ReviewTalk reviews, AlertTalk alerts, Slips slips, Speech speech) {
        this.drafts = drafts;
        this.reviews = reviews;
        this.alerts = alerts;
        this.slips = slips;
        this.speech = speech;
    }

    @Override
    public String command() {
        return Order.DUTY;
    }

    @Override
    public Slip.Kind kind() {
        return Slip.Kind.OVERVIEW;
    }

    @Override
    public List<Reply> obey(Volunteer who, String rest) {
        List<Draft> own = drafts.own(who);
        List<Draft> waiting = reviews.waiting(who);
        List<Filed> proposals = alerts.waiting(who);
        Slip slip = slips.lay(who, new Slips.About(Slip.Kind.OVERVIEW, "", 0, ""));
        List<Button> buttons = new ArrayList<>();
        proposals.stream().limit(MOST).forEach(filed -> buttons.add(new Button(
                speech.text(who, "duty.button.see-alert", Map.of("number", filed.alert().number().toString())),
                slip.value("alert " + filed.alert().number() + " " + filed.alert().revision()))));
        waiting.stream().limit(MOST).forEach(draft -> buttons.add(new Button(
                speech.text(who, "duty.button.review", Map.of("draft", reviews.headline(who, draft))),
                slip.value("review " + draft.id()))));
        own.stream().limit(MOST).forEach(draft -> buttons.add(new Button(
                speech.text(who, "duty.button.write-on", Map.of("draft", drafts.headline(who, draft))),
                slip.value("draft " + draft.id()))));
        String text = speech.text(who, "duty.overview", Map.of(
                "drafts", own.size(), "reviews", waiting.size(), "alerts", proposals.size()));
        return List.of(speech.said(
                who, text + "\n\n" + speech.text(who, "duty.overview.commands"), Speech.column(buttons)));
    }

    @Override
    public List<Reply> pressed(Volunteer who, Slip slip, String act) {
        Order order = Order.pressed(act);
        if (order.rest().isBlank()) {
            return List.of(speech.say(who, "duty.forged"));
        }
        Optional<Reply> reply = switch (order.name()) {
            case "alert" -> number(order.first()).flatMap(number -> number(order.second())
                    .flatMap(revision -> alerts.show(who, new Alert.Number(number), revision)));
            case "review" -> reviews.show(who, new Draft.Id(order.first()));
            case "draft" -> drafts.open(who, new Draft.Id(order.first()));
            default -> Optional.of(speech.say(who, "duty.forged"));
        };
        return List.of(reply.orElseGet(() -> speech.stale(who)));
    }

    private static Optional<Integer> number(String word) {
        return word.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(word)) : Optional.empty();
    }

    /** Nothing is asked here. */
    @Override
    public List<Reply> typed(Volunteer who, Slip slip, String words) {
        return List.of(speech.stale(who));
    }
}
