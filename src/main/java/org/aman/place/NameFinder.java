package org.aman.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.aman.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * Finds place names in words. A name is compared with all its spaces removed; Latin letters by their sounds; attached
 * letters come off the first word; slips are allowed in long names only; short names must match exactly.
 */
final class NameFinder {
    static final int LONGEST = 6; // words in a name, articles included
    private static final int SHORTEST_KIND = 3;
    private static final int SURE_FROM = 4; // a name as short may be the beginning of a longer mistyped one

    /** Words for several of a kind: "the roads of Saraqib" are no mistyped Saraqib road. */
    private static final Set<String> SEVERAL = Set.of("طرق", "طرقات", "مخيمات", "معابر", "مشافي", "مستشفيات");

    private final PlaceNames names;
    private final NameKinds kinds;
    private final PlainNames plain;
    private final MistypedNames mistyped;

    NameFinder(PlaceNames names) {
        this.names = names;
        this.kinds = new NameKinds(names);
        this.plain = new PlainNames(names, kinds);
        this.mistyped = new MistypedNames(names, kinds);
    }

    List<Mention> mentions(List<Token> all, boolean english, Predicate<Token> known) {
        NameWords words = new NameWords(all, english, known);
        List<Mention> mentions = new ArrayList<>();
        int at = 0;
        while (at < all.size()) {
            Mention mention = longestAt(words, at);
            if (mention != null) {
                mentions.add(beginsAWay(words, mention) ? withoutKind(words, mention) : mention);
            }
            at = mention == null ? at + 1 : mention.end();
        }
        return mentions;
    }

    /** "The road Ariha, Jisr": the way from one place to the next, not the road that is called after the first. */
    private boolean beginsAWay(NameWords words, Mention mention) {
        if (mention.end() - mention.start() < 2 || !names.isRoad(mention.places().getFirst())) {
            return false;
        }
        for (int end = Math.min(words.tokens.size(), mention.end() + 3); end > mention.end(); end--) {
            Mention next = plain.exactAt(words, mention.end(), end);
            if (next != null) {
                return true;
            }
        }
        return false;
    }

    private Mention withoutKind(NameWords words, Mention mention) {
        Mention base = plain.exactAt(words, mention.start() + 1, mention.end());
        return base == null || base.isAmbiguous() ? mention : base;
    }

    private @Nullable Mention longestAt(NameWords words, int start) {
        List<Token> tokens = words.tokens;
        int most = Math.min(tokens.size(), start + LONGEST);
        Mention exact = plain.longestAt(words, start, most);
        // "معرة مصرن": the short exact name is another town than the longer mistyped one
        boolean firm = exact != null && !isShortForm(exact) && words.key(start, exact.end()).length() >= SURE_FROM;
        for (int end = Math.min(most, start + 4); end > (exact == null ? start : exact.end()) && !firm; end--) {
            Mention guessed = mayBelong(words, start, end) ? mistyped.guessedAt(words, start, end) : mistyped.bySlipInOneWord(words, start, end);
            if (guessed != null && !holdsAnother(words, guessed)) {
                return guessed;
            }
        }
        return exact;
    }

    /** Whether the last of these words may be part of a mistyped name, rather than the next word of the sentence. */
    private boolean mayBelong(NameWords words, int start, int end) {
        return end - start == 1
                || kinds.isKindAndName(words, start, end)
                || kinds.isNameAndKind(words, start, end)
                || !words.isKnown(end - 1)
                || plain.exactAt(words, end - 1, end) != null;
    }

    /** Whether a guess over several words hides the plain name of another place: "the Bab road" is no Ghab road. */
    private boolean holdsAnother(NameWords words, Mention guessed) {
        for (int from = guessed.start() + 1; from < guessed.end(); from++) {
            if (mayBeKind(words.tokens.get(guessed.start())) && isBaseOf(guessed, words.key(from, guessed.end()))) {
                return false;
            }
            Mention within = plain.exactAt(words, from, guessed.end());
            if (within != null && !isShortForm(within)) {
                return true;
            }
        }
        return overlapsAnother(words, guessed);
    }

    /** Whether a plain name begins with the last words of a guess and goes on: "to leave | Khirbat al-Rasas". */
    private boolean overlapsAnother(NameWords words, Mention guessed) {
        for (int from = guessed.start() + 1; from < guessed.end(); from++) {
            int most = Math.min(words.tokens.size(), from + LONGEST);
            for (int end = guessed.end() + 1; end <= most; end++) {
                if (plain.exactAt(words, from, end) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether that is what the road, camp or crossing guessed is called besides its kind, so that only the kind was mistyped. */
    private boolean isBaseOf(Mention guessed, String name) {
        return guessed.places().stream().anyMatch(names.basedOn(name)::contains);
    }

    /** Not "water of Deir Hassan", which is too short, nor several of a kind. */
    private static boolean mayBeKind(Token token) {
        return token.text().length() >= SHORTEST_KIND
                && NameKeys.firstForms(token).stream()
                        .map(form -> form.startsWith("ال") ? form.substring(2) : form)
                        .noneMatch(SEVERAL::contains);
    }

    private boolean isShortForm(Mention exact) {
        return exact.places().stream().allMatch(names::isAmbiguous);
    }
}
