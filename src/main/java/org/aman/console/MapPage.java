package org.aman.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aman.knowledge.Update;
import org.aman.language.Language;
import org.aman.place.Gazetteer;
import org.aman.place.Place;
import org.aman.place.Position;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Updates where they apply. Without a background the places themselves are the map; the same stands beside as a list. */
@Controller
final class MapPage {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CSP =
            "default-src 'self'; img-src 'self' data: %s; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Shelf shelf;
    private final Gazetteer gazetteer;
    private final ConsoleSettings.Map settings;

    MapPage(Shelf shelf, Gazetteer gazetteer, ConsoleSettings settings) {
        this.shelf = shelf;
        this.gazetteer = gazetteer;
        this.settings = settings.map();
    }

    /** A named place. */
    record Spot(String name, double lat, double lon, boolean big) {}

    /** A road by the places along it. */
    record Road(List<double[]> along) {}

    /** An update where it applies. */
    record Sign(String id, String title, double lat, double lon, String sign, String link) {}

    @GetMapping("/console/map")
    @Needs(Act.READ)
    ModelAndView page(
            @RequestParam Map<String, String> typed,
            @RequestAttribute(Door.WHO) Volunteer who,
            HttpServletResponse response) {
        Language language = who.language();
        Shelf.Wanted wanted = Shelf.Wanted.of(typed);
        Shelf.Found found = shelf.find(wanted, Shelf.MOST_ON_MAP, language);
        ModelAndView page = shelf.sheets().page("map", who);
        page.addObject("rows", found.rows());
        page.addObject("tiles", settings.tiles());
        page.addObject("attribution", settings.attribution());
        page.addObject("data", data(found.updates(), found.rows(), language));
        if (!settings.tiles().isEmpty()) {
            response.setHeader("Content-Security-Policy", String.format(java.util.Locale.ROOT, CSP, settings.server()));
        }
        return page;
    }

    private String data(List<Update> updates, List<Rows.Row> rows, Language language) {
        List<Sign> signs = java.util.stream.IntStream.range(0, rows.size())
                .boxed()
                .flatMap(number -> sign(updates.get(number), rows.get(number)).stream())
                .toList();
        return JSON.writeValueAsString(
                        Map.of("places", spots(language), "roads", roads(), "updates", signs))
                .replace("<", "\\u003c");
    }

    private Optional<Sign> sign(Update update, Rows.Row row) {
        Position position = update.location() != null
                ? update.location()
                : update.places().stream()
                        .flatMap(id -> gazetteer.place(id).stream())
                        .map(Place::position)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return position == null
                ? Optional.empty()
                : Optional.of(new Sign(
                        row.id(), row.title(), position.latitude(), position.longitude(), row.sign(), row.link()));
    }

    private List<Spot> spots(Language language) {
        return gazetteer.places().stream()
                .filter(place -> place.position() != null && !place.kind().isArea() && place.kind() != Place.Kind.ROAD)
                .map(place -> new Spot(
                        place.name(language),
                        Objects.requireNonNull(place.position()).latitude(),
                        Objects.requireNonNull(place.position()).longitude(),
                        place.kind() == Place.Kind.CITY))
                .toList();
    }

    private List<Road> roads() {
        return gazetteer.places().stream()
                .filter(place -> place.kind() == Place.Kind.ROAD)
                .map(place -> new Road(place.through().stream()
                        .flatMap(id -> gazetteer.place(id).stream())
                        .map(Place::position)
                        .filter(Objects::nonNull)
                        .map(position -> new double[] {position.latitude(), position.longitude()})
                        .toList()))
                .toList();
    }
}
