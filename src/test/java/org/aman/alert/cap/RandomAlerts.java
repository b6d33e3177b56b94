package org.aman.alert.cap;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aman.place.Position;

/** Messages by chance, from a seed: whatever CAP allows, in words of both languages and signs that XML must escape. */
final class RandomAlerts {
    static final Instant NOON = Instant.parse("2020-01-12T12:00:00Z");
    private static final String[] WORDS = {
        "سراقب", "إخلاء", "نحو الشمال", "M5 & M4", "3 < 4", "\"now\"", "18:30", "ـكـ", "İstanbul", "line\nline", "١٢", "🚑", "كهرباء، ماء", "]]>"
    };

    private final Random random;

    RandomAlerts(long seed) {
        random = new Random(seed);
    }

    /** One of ours: two languages, alike in all but the words. */
    CapAlert ours() {
        CapAlert.Type type = pick(CapAlert.Type.ALERT, CapAlert.Type.UPDATE, CapAlert.Type.CANCEL);
        CapInfo arabic = info("ar");
        CapInfo english = new CapInfo(
                "en",
                arabic.categories(),
                arabic.event(),
                arabic.responses(),
                arabic.judgement(),
                arabic.times(),
                texts(),
                arabic.eventCodes(),
                arabic.parameters(),
                arabic.resources(),
                arabic.areas());
        return new CapAlert(
                name(),
                pick(CapAlert.Status.values()),
                type,
                CapAlert.Scope.PUBLIC,
                new CapAlert.Margin(maybe(), null, null, some(this::words), maybe(), maybe()),
                type == CapAlert.Type.ALERT ? List.of() : List.of(name(), name()),
                List.of(arabic, english));
    }

    private Reference name() {
        return new Reference(
                "alerts.aman.example",
                new UUID(random.nextLong(), random.nextLong()).toString(),
                NOON.plusSeconds(random.nextInt(100_000)));
    }

    private CapInfo info(String language) {
        Instant begin = NOON.plusSeconds(random.nextInt(1_000));
        return new CapInfo(
                language,
                List.of(pick(CapInfo.Category.values()), pick(CapInfo.Category.values())),
                words(),
                some(() -> pick(CapInfo.Response.values())),
                new CapInfo.Judgement(
                        pick(CapInfo.Urgency.values()),
                        pick(CapInfo.Severity.values()),
                        pick(CapInfo.Certainty.values())),
                new CapInfo.Times(begin, random.nextBoolean() ? null : begin.plusSeconds(60), NOON.plusSeconds(200_000)),
                texts(),
                some(this::pair),
                some(this::pair),
                some(() -> new CapResource(words(), "image/png", 12L, URI.create("https://aman.example/map.png"), "ab")),
                IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(any -> area()).toList());
    }

    private CapInfo.Texts texts() {
        return new CapInfo.Texts(
                maybe(), words(), words(), words(), words(), URI.create("https://aman.example/alerts/7"), maybe());
    }

    private CapArea area() {
        boolean high = random.nextBoolean();
        return new CapArea(
                words(),
                List.of(polygon()),
                some(() -> new Circle(position(), (1 + random.nextInt(400_000)) / 1000.0)),
                some(this::pair),
                high ? BigDecimal.valueOf(random.nextInt(9000)) : null,
                high ? BigDecimal.valueOf(9000 + random.nextInt(9000)) : null);
    }

    /** Corners around a middle, in the order of their angle: such a line never crosses itself. */
    private Polygon polygon() {
        Position middle = position();
        int corners = 3 + random.nextInt(12);
        List<Position> line = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * (i + random.nextDouble() / 2) / corners;
            double far = 0.05 + random.nextDouble() / 20;
            line.add(Coordinates.rounded(new Position(
                    middle.latitude() + far * Math.sin(angle), middle.longitude() + far * Math.cos(angle))));
        }
        line.add(line.getFirst());
        return new Polygon(line);
    }

    private Position position() {
        return Coordinates.rounded(new Position(35.5 + random.nextDouble(), 36.2 + random.nextDouble()));
    }

    private CapPair pair() {
        return new CapPair(words(), words());
    }

    private String words() {
        StringBuilder words = new StringBuilder("x");
        for (int i = random.nextInt(6); i >= 0; i--) {
            words.append(' ').append(pick(WORDS));
        }
        return words.toString();
    }

    private String maybe() {
        return random.nextBoolean() ? words() : null;
    }

    private <T> List<T> some(java.util.function.Supplier<T> one) {
        return IntStream.range(0, random.nextInt(3)).mapToObj(any -> one.get()).toList();
    }

    @SafeVarargs
    private <T> T pick(T... all) {
        return all[random.nextInt(all.length)];
    }
}
