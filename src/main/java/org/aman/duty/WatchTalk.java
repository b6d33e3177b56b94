package org.aman.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aman.knowledge.Following;
import org.aman.knowledge.Topic;
import org.aman.message.Button;
import org.aman.message.Reply;
import org.aman.place.Place;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Component;

/** {@code /watch}: of which topics and areas somebody wants to be reminded before updates end. */
@Component
final class WatchTalk implements Talk, Obeys {
    private static final String NONE = "-";

    private final Following following;
    private final Locating locating;
    private final Naming naming;
    private final Slips slips;
    private final Speech speech;

    WatchTalk(Following following, Locating locating, Naming naming, Slips slips, Speech speech) {
        this.following = following;
        this.locating = locating;
        this.naming = naming;
        this.slips = slips;
        this.speech = speech;
    }

    @Override
    public String command() {
        return "/watch";
    }

    @Override
    public Slip.Kind kind() {
        return Slip.Kind.WATCH;
    }

    @Override
    public List<Reply> obey(Volunteer who, String rest) {
        return rest.isEmpty() ? List.of(list(who, "")) : typed(who, rest);
    }

    /** Nothing is asked here: an area is typed behind the command. */
    @Override
    public List<Reply> typed(Volunteer who, Slip slip, String words) {
        return List.of(speech.stale(who));
    }

    private List<Reply> typed(Volunteer who, String words) {
        return switch (locating.read(words)) {
            case Locating.Found.Places(List<String> ids) -> {
                ids.forEach(id -> following.follow(who.id(), new Following.Followed(null, new Place.Id(id))));
                yield List.of(list(who, ""));
            }
            case Locating.Found.Unknown(String name) ->
                List.of(list(who, speech.text(who, "duty.no-place", Map.of("name", name))));
            case Locating.Found.Several(String name, List<String> ids) -> List.of(which(who, name, ids));
        };
    }

    private Reply which(Volunteer who, String name, List<String> ids) {
        Slip slip = slips.lay(who, new Slips.About(Slip.Kind.WATCH, "", 0, ""));
        return speech.said(
                who,
                speech.text(who, "duty.which-place", Map.of("name", name)),
                Speech.column(ids.stream()
                        .flatMap(id -> locating.place(id).stream())
                        .map(place -> new Button(
                                naming.placeApart(place, who.language()), slip.value("place " + place.id())))
                        .toList()));
    }

    /** What they watch, with a button to leave each, and the topics that can be added; an area is typed. */
    private Reply list(Volunteer who, String before) {
        List<Following.Followed> followed = following.of(who.id());
        Slip slip = slips.lay(who, new Slips.About(Slip.Kind.WATCH, "", 0, ""));
        List<Button> buttons = new ArrayList<>();
        followed.forEach(one -> buttons.add(new Button(
                speech.text(who, "duty.watch.leave", Map.of("what", named(who, one))), slip.value("leave " + words(one)))));
        naming.topics().stream()
                .filter(topic -> !followed.contains(new Following.Followed(topic.id(), null)))
                .forEach(topic -> buttons.add(new Button(
                        speech.text(who, "duty.watch.add", Map.of("what", Naming.topic(topic, who.language()))),
                        slip.value("topic " + topic.id()))));
        String now = followed.isEmpty()
                ? speech.text(who, "duty.watch.nothing")
                : speech.text(who, "duty.watch.now", Map.of("what", followed.stream()
                        .map(one -> named(who, one))
                        .collect(Collectors.joining(speech.text(who, "list.comma")))));
        String text = now + "\n" + speech.text(who, "duty.watch.how");
        return speech.said(who, before.isEmpty() ? text : before + "\n\n" + text, Speech.pairs(buttons));
    }

    private String named(Volunteer who, Following.Followed one) {
        List<String> parts = new ArrayList<>();
        if (one.topic() != null) {
            parts.add(naming.topic(one.topic().value(), who.language()));
        }
        if (one.place() != null) {
            parts.add(naming.place(one.place().value(), who.language()));
        }
        return String.join(" · ", parts);
    }

    private static String words(Following.Followed one) {
        return (one.topic() == null ? NONE : one.topic().value()) + " "
                + (one.place() == null ? NONE : one.place().value());
    }

    @Override
    public List<Reply> pressed(Volunteer who, Slip slip, String act) {
        Order order = Order.pressed(act);
        switch (order.name()) {
            case "topic" -> naming.known(order.first())
                    .ifPresent(topic -> following.follow(who.id(), new Following.Followed(topic.id(), null)));
            case "place" -> locating.place(order.first())
                    .ifPresent(place -> following.follow(who.id(), new Following.Followed(null, place.id())));
            case "leave" -> following.leave(who.id(), followed(order));
            default -> {
                return List.of(speech.say(who, "duty.forged"));
            }
        }
        return List.of(list(who, ""));
    }

    private static Following.Followed followed(Order order) {
        return new Following.Followed(
                some(order.first()).map(Topic.Id::new).orElse(null),
                some(order.second()).map(Place.Id::new).orElse(null));
    }

    private static Optional<String> some(String word) {
        return word.isBlank() || word.equals(NONE) ? Optional.empty() : Optional.of(word);
    }
}
