package org.aman.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aman.language.Language;
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
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }

    /** A position hides itself when it is printed, but an area to warn is no secret. */
    private static String circle(Areas areas) {
        Areas.Circle circle = areas.circle();
        return circle == null
                ? ""
                : circle.centre().latitude() + "," + circle.centre().longitude() + " " + circle.kilometres();
    }
}
