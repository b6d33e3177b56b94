package org.aman.alert;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aman.language.Language;
import org.aman.language.Sha256;
import org.aman.place.Place;

/** The SHA-256 of all that an approval stands for: what goes out, to which places, until when. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Alert alert, Said said, Map<Place.Id, Integer> targets) {
        StringBuilder all = new StringBuilder();
        List<String> parts = List.of(
                alert.number() + "/" + alert.revision(),
                alert.toString(),
                said.text().best(Language.ARABIC),
                said.text().best(Language.ENGLISH),
                said.moreLabel().best(Language.ARABIC),
                said.moreLabel().best(Language.ENGLISH),
                said.moreValue(),
                circle(alert.areas()),
                new TreeMap<>(targets).toString());
        // Each part is preceded by its length, so that moving a letter from one to the next shows.
        parts.forEach(part -> all.append(part.length()).append(':').append(part).append('\n'));
        return Sha256.of(all.toString());
    }

    /** A position hides itself when it is printed, but an area to warn is no secret. */
    private static String circle(Areas areas) {
        Areas.Circle circle = areas.circle();
        return circle == null
                ? ""
                : circle.centre().latitude() + "," + circle.centre().longitude() + " " + circle.kilometres();
    }
}
