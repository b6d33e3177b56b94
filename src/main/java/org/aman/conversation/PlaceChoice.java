package org.aman.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aman.language.Language;
import org.aman.message.Button;
import org.aman.message.Reply;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.place.Position;
import org.aman.resident.Residents;
import org.springframework.stereotype.Component;

/** Lets residents choose their area: by name, from a list, or by a position that is turned into an area and dropped. */
@Component
final class PlaceChoice {
    private static final int MOST_IN_LIST = 24; // rows of two that still fit a telephone's screen when scrolled once
    private static final int PLACES_IN_ROW = 2;

    private final Gazetteer gazetteer;
    private final Residents residents;
    private final Recent recent;
    private final Whereabouts whereabouts;
    private final Sayings sayings;

    PlaceChoice(
            Gazetteer gazetteer, Residents residents, Recent recent, Whereabouts whereabouts, Sayings sayings) {
        this.gazetteer = gazetteer;
        this.residents = residents;
        this.recent = recent;
        this.whereabouts = whereabouts;
        this.sayings = sayings;
    }

    /** Asks for their area; the next words may be its name. */
    Reply ask(Speaker speaker) {
        recent.expectPlace(speaker.chat());
        Language language = speaker.language();
        List<List<Button>> rows = new ArrayList<>();
        rows.add(sayings.row(language, "button.list", "/place list"));
        List<String> paragraphs = new ArrayList<>();
        Optional<Place> current = Optional.ofNullable(speaker.place()).flatMap(gazetteer::place);
        current.ifPresent(place -> {
            paragraphs.add(sayings.line(language, "place.current", Map.of("place", place.name(language))));
            rows.add(sayings.row(language, "button.clear", "/place clear"));
        });
        paragraphs.add(sayings.line(language, "place.ask"));
        return sayings.say(language, paragraphs, rows);
    }

    /** Takes the place that is named, by id or in words; asks back where it could be several. */
    Reply settle(Speaker speaker, String words) {
        List<Place> meant = meant(words);
        Language language = speaker.language();
        if (meant.isEmpty()) {
            recent.expectPlace(speaker.chat());
            return sayings.say(
                    language,
                    List.of(sayings.line(language, "place.not-found")),
                    List.of(sayings.row(language, "button.list", "/place list")));
        }
        if (meant.size() > 1) {
            return sayings.say(
                    language, List.of(sayings.line(language, "unclear.place")), buttons(meant.stream(), language, 1));
        }
        return settle(speaker, meant.getFirst());
    }

    private Reply settle(Speaker speaker, Place place) {
        residents.settle(speaker.chat(), place.id());
        recent.placeSettled(speaker.chat());
        Language language = speaker.language();
        return sayings.say(
                language,
                List.of(sayings.line(
                        language, "place.settled", Map.of("place", whereabouts.nameApart(place, language)))),
                List.of(sayings.row(language, "button.now", "/now")));
    }

    /** Forgets their area. */
    Reply clear(Speaker speaker) {
        residents.settle(speaker.chat(), null);
        return sayings.say(speaker.language(), "place.cleared");
    }

    /** The districts, or the towns of one of them. */
    Reply list(Speaker speaker, String area) {
        Language language = speaker.language();
        Optional<Place> district = place(area).filter(place -> place.kind().isArea());
        if (district.isEmpty()) {
            Stream<Place> districts = gazetteer.places().stream().filter(place -> place.kind() == Place.Kind.DISTRICT);
            return sayings.say(
                    language,
                    List.of(sayings.line(language, "place.district")),
                    rows(districts
                            .flatMap(place -> Choices.button(place.name(language), "/place list " + place.id()).stream())
                            .toList(), PLACES_IN_ROW));
        }
        recent.expectPlace(speaker.chat());
        String whole = sayings.line(language, "place.whole", Map.of("place", district.get().name(language)));
        List<List<Button>> rows = new ArrayList<>();
        Choices.button(whole, "/place " + district.get().id()).map(List::of).ifPresent(rows::add);
        rows.addAll(buttons(towns(district.get()), language, PLACES_IN_ROW));
        return sayings.say(language, List.of(sayings.line(language, "place.town")), rows);
    }

    /** The largest settlements first; smaller ones only as far as the list has room. */
    private Stream<Place> towns(Place district) {
        return gazetteer.below(district.id()).stream()
                .filter(place -> switch (place.kind()) {
                    case CITY, TOWN, VILLAGE -> true;
                    case GOVERNORATE, DISTRICT, SUBDISTRICT, NEIGHBOURHOOD, CAMP, CROSSING, ROAD -> false;
                })
                .sorted(Comparator.comparing(Place::kind))
                .limit(MOST_IN_LIST);
    }

    private List<List<Button>> buttons(Stream<Place> places, Language language, int perRow) {
        return rows(
                places.limit(MOST_IN_LIST)
                        .flatMap(place -> Choices.button(
                                perRow == 1 ? whereabouts.nameApart(place, language) : place.name(language),
                                "/place " + place.id()).stream())
                        .toList(),
                perRow);
    }

    private static List<List<Button>> rows(List<Button> buttons, int perRow) {
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i += perRow) {
            rows.add(buttons.subList(i, Math.min(buttons.size(), i + perRow)));
        }
        return rows;
    }

    /** Whether we asked for their area just now. */
    boolean isAwaited(Speaker speaker) {
        return speaker.resident() != null && recent.expectsPlace(speaker.chat());
    }

    /** The settlement at a position, if we know one there. */
    Optional<Place> at(Position position) {
        return gazetteer.at(position);
    }

    /** Takes the area of a position they shared because we asked for it; else says where they are and offers to. */
    Reply shared(Speaker speaker, Position position) {
        Language language = speaker.language();
        Optional<Place> near = at(position);
        if (near.isEmpty()) {
            return sayings.say(language, "place.outside");
        }
        if (isAwaited(speaker)) {
            return settle(speaker, near.get());
        }
        String name = near.get().name(language);
        List<List<Button>> rows = new ArrayList<>();
        Choices.button(sayings.line(language, "button.in", Map.of("place", name)), "/in " + near.get().id())
                .map(List::of)
                .ifPresent(rows::add);
        Choices.button(sayings.line(language, "button.settle", Map.of("place", name)), "/place " + near.get().id())
                .map(List::of)
                .ifPresent(rows::add);
        return sayings.say(language, List.of(sayings.line(language, "shared.near", Map.of("place", name))), rows);
    }

    /** Offers to take this place as their area. */
    Reply offer(Speaker speaker, Place place) {
        Language language = speaker.language();
        String name = place.name(language);
        return sayings.say(
                language,
                List.of(sayings.line(language, "place.offer", Map.of("place", name))),
                List.of(Choices.button(
                                sayings.line(language, "button.settle", Map.of("place", name)), "/place " + place.id())
                        .map(List::of)
                        .orElse(List.of())));
    }

    /** The place a deep link names, such as {@code area-saraqib}; empty for anything else. */
    Optional<Place> linked(String payload) {
        return payload.startsWith("area-") ? place(payload.substring("area-".length())) : Optional.empty();
    }

    Optional<Place> place(String id) {
        return id.isBlank() ? Optional.empty() : gazetteer.place(new Place.Id(id));
    }

    private List<Place> meant(String words) {
        return place(words).map(List::of).orElseGet(() -> gazetteer.named(words));
    }
}
