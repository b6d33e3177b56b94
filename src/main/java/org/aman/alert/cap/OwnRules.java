package org.aman.alert.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.aman.language.Language;

/**
 * What we ask of our own documents beyond {@link CapRules}, so that every reader can show them: one part for each
 * language, alike in all but the words, with whatever aggregators drop a document for.
 */
final class OwnRules {
    /** Aggregators cut headlines beyond it. */
    static final int HEADLINE_UNDER = 140;

    private OwnRules() {}

    static List<Fault> faults(CapAlert alert) {
        List<Fault> faults = new ArrayList<>();
        if (!isUuid(alert.name().identifier())) {
            faults.add(new Fault("identifier", Reason.NOT_UUID));
        }
        List<String> languages =
                alert.infos().stream().map(CapInfo::language).sorted().toList();
        Set<String> wanted = new TreeSet<>();
        for (Language language : Language.values()) {
            wanted.add(language.code());
        }
        if (!languages.equals(List.copyOf(wanted))) {
            faults.add(new Fault("info/language", Reason.LANGUAGES));
        }
        for (int i = 0; i < alert.infos().size(); i++) {
            info(alert.infos().get(i), alert.infos().getFirst(), "info[" + (i + 1) + "]/", faults);
        }
        return faults;
    }

    private static void info(CapInfo info, CapInfo first, String path, List<Fault> faults) {
        if (!info.categories().equals(first.categories()) || !info.event().equals(first.event())) {
            faults.add(new Fault(path + "event", Reason.DIFFERS));
        }
        CapInfo.Texts texts = info.texts();
        missing(info.times().expires(), path + "expires", faults);
        missing(texts.senderName(), path + "senderName", faults);
        missing(texts.headline(), path + "headline", faults);
        missing(texts.description(), path + "description", faults);
        missing(texts.instruction(), path + "instruction", faults);
        if (texts.headline() != null && texts.headline().length() >= HEADLINE_UNDER) {
            faults.add(new Fault(path + "headline", Reason.LONG_HEADLINE));
        }
        if (info.areas().isEmpty()
                || info.areas().stream()
                        .anyMatch(area ->
                                area.polygons().isEmpty() && area.circles().isEmpty())) {
            faults.add(new Fault(path + "area", Reason.NO_SHAPE));
        }
    }

    private static void missing(@org.jspecify.annotations.Nullable Object part, String where, List<Fault> faults) {
        if (part == null) {
            faults.add(new Fault(where, Reason.MISSING));
        }
    }

    private static boolean isUuid(String identifier) {
        try {
            return UUID.fromString(identifier).toString().equals(identifier);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
