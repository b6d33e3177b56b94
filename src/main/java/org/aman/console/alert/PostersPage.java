package org.aman.console.alert;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aman.console.Door;
import org.aman.console.Needs;
import org.aman.console.Offered;
import org.aman.console.QrCode;
import org.aman.language.Language;
import org.aman.message.Messenger;
import org.aman.place.Place;
import org.aman.staff.Act;
import org.aman.staff.Volunteer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A poster for the wall of a camp or a shop: whoever points a telephone at it gets the alerts of that area. */
@Controller
final class PostersPage {
    private static final Pattern BOT = Pattern.compile("[A-Za-z][A-Za-z0-9_]{3,31}");

    private final Offered offered;
    private final ObjectProvider<Messenger> channel;

    PostersPage(Offered offered, ObjectProvider<Messenger> channel) {
        this.offered = offered;
        this.channel = channel;
    }

    /** What stands on the poster, whoever makes it: both languages. */
    record Poster(Words arabic, Words english, String link, QrCode code) {}

    record Words(String head, String how) {}

    /**
     * @param typed the area, by name or id
     * @param bot the bot's name, where the channel does not tell it
     */
    @GetMapping("/console/posters")
    @Needs(Act.READ)
    ModelAndView page(
            @RequestParam(name = "place", defaultValue = "") String typed,
            @RequestParam(name = "bot", defaultValue = "") String bot,
            @RequestAttribute(Door.WHO) Volunteer who) {
        Optional<Place> place = offered.place(typed);
        String name = bot.strip().replaceFirst("^@", "");
        Optional<String> link = place.flatMap(one -> link(one, name));
        ModelAndView page = offered.sheets().page("posters", "alert/posters", who);
        page.addObject("place", typed);
        page.addObject("bot", bot);
        page.addObject("known", invitation("x").isPresent());
        page.addObject("unknownPlace", !typed.isBlank() && place.isEmpty());
        page.addObject("wrongBot", place.isPresent() && link.isEmpty() && !bot.isBlank());
        page.addObject("allPlaces", offered.places(who.language()));
        page.addObject("poster", place.isPresent() && link.isPresent() ? poster(place.get(), link.get()) : null);
        return page;
    }

    private Optional<String> link(Place place, String bot) {
        String payload = "area-" + place.id();
        return invitation(payload)
                .or(() -> BOT.matcher(bot).matches()
                        ? Optional.of("https://t.me/" + bot + "?start=" + payload)
                        : Optional.empty());
    }

    private Optional<String> invitation(String payload) {
        Messenger messenger = channel.getIfAvailable();
        return messenger == null ? Optional.empty() : messenger.invitation(payload);
    }

    private Poster poster(Place place, String link) {
        return new Poster(words(place, Language.ARABIC), words(place, Language.ENGLISH), link, QrCode.of(link));
    }

    private Words words(Place place, Language language) {
        return new Words(
                offered.sheets().say("poster-head", language, Map.of("place", place.name(language))),
                offered.sheets().text("poster-scan", language));
    }
}
