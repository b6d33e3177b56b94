package org.aman.place;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aman.language.EnglishWords;
import org.aman.language.LanguageGuess;
import org.aman.language.Sounds;
import org.aman.language.Spelling;
import org.aman.language.Token;
import org.jspecify.annotations.Nullable;

/** Guesses which name was meant by mistyped words, or by a part of a name. Slips are allowed in long names only. */
final class MistypedNames {
    private static final int SURE_FROM = 4; // letters
    private static final int SURE_PART = 6; // an English word as short may be a slip of another word
    private static final int SHORTEST_AFTER_HEAD = 3;
    private static final int TWICE_FROM = 4;

    /** Arabic words that stand before a name and are no part of it. */
    private static final Set<String> BEFORE_NAMES =
            Set.of("في", "من", "الي", "علي", "عن", "بين", "عند", "نحو", "حتي", "مع", "هل", "وين", "اين");

    /** A word that more names than these share, such as Kafr, tells none of them. */
    private static final int MOST_SHARING = 4;

    /** In a longer question a direction is no part of a name: "the eastern quarter" names no Deir al-Sharqi. */
    private static final int MOST_BESIDE_DIRECTION = 2;

    private final PlaceNames names;
    private final NameKinds kinds;

    MistypedNames(PlaceNames names, NameKinds kinds) {
        this.names = names;
        this.kinds = kinds;
    }

    @Nullable Mention guessedAt(NameWords words, int start, int end) {
        List<Token> tokens = words.tokens;
        List<Token> window = tokens.subList(start, end);
        if (start + 1 < end && BEFORE_NAMES.contains(window.getFirst().text())) {
            return null; // "in Ras Mina" is no slip of "rural Ras Mina": في and ريف are two letters apart
        }
        boolean allKnown = words.areAllKnown(start, end);
        Mention alone = allKnown ? null : calledAlone(words, start, end);
        if (alone != null) {
            return alone;
        }
        Mention twice = typedTwice(words, start, end, allKnown ? SURE_PART : TWICE_FROM);
        if (twice != null) {
            return twice;
        }
        boolean known = allKnown && !mayBeDirection(words, start, end) && !kinds.isKindAndName(words, start, end);
        if (known) {
            return bySlipInOneWord(words, start, end);
        }
        if (NameKeys.isArticle(window.getLast()) || holdsCommonEnglish(window)) {
            return null;
        }
        if (words.english && end - start == 1 && NameKeys.isLatin(window) && !followsPreposition(tokens, start)) {
            boolean isWord = words.isKnown(start) || EnglishWords.isCommon(window.getFirst().text());
            Mention beside = isWord ? null : bySlipBesideKind(words, start);
            if (beside != null) {
                return beside;
            }
            // many English words are one slip from some name: father, cousin
            if (lacksVowels(window.getFirst())) {
                return byConsonants(window, start, end);
            }
            Mention slip = isWord ? null : bySlip(words, start, end);
            return slip == null && window.getFirst().text().length() >= SURE_PART ? byPart(words, start) : slip;
        }
        Mention beside = end - start == 1 ? bySlipBesideKind(words, start) : null;
        if (beside != null) {
            return beside;
        }
        if (end - start == 1 && isPartOfMany(words, start)) {
            return null; // "is Kafr safe" means one of many, not Kafraya
        }
        Mention open = byOpenEnd(words, start, end);
        Mention slip = open == null ? bySlip(words, start, end) : open;
        if (slip != null) {
            return slip;
        }
        if (NameKeys.isLatin(window)) {
            Mention mention = byConsonants(window, start, end);
            if (mention != null) {
                return mention;
            }
        }
        return end - start == 1 ? byPart(words, start) : null;
    }

    /** "How long does one stand at Mizan", in English, where a word that is none is easily told. */
    private @Nullable Mention calledAlone(NameWords words, int start, int end) {
        boolean mayBe = words.english
                && end - start == 1
                && words.tokens.get(start).script() == Token.Script.LATIN
                && words.key(start, end).length() >= SURE_FROM
                && !EnglishWords.isCommon(words.tokens.get(start).text());
        Place.Id called = mayBe ? names.calledAlone(words.key(start, end)) : null;
        return called == null ? null : new Mention(List.of(called), start, end, Mention.Certainty.FUZZY);
    }

    /** "افسس" for Afis: a letter stayed under the finger. */
    private @Nullable Mention typedTwice(NameWords words, int start, int end, int least) {
        String rest = words.rest(start + 1, end);
        for (String form : words.forms(start)) {
            Set<Place.Id> twice = form.length() + rest.length() < least ? Set.of() : names.typedTwice(form + rest);
            if (!twice.isEmpty()) {
                boolean telling = form.length() + rest.length() >= SURE_PART;
                return new Mention(
                        List.copyOf(twice), start, end, telling ? Mention.Certainty.EXACT : Mention.Certainty.FUZZY);
            }
        }
        return null;
    }

    /** "الدويرا" for al-Duwayra: written as it is heard, which is no slip of al-Duwayr. */
    private @Nullable Mention byOpenEnd(NameWords words, int start, int end) {
        String rest = words.rest(start + 1, end);
        for (String form : words.forms(start)) {
            String key = form + rest;
            if (key.startsWith("ال") && key.endsWith("ا") && key.length() > SURE_PART) {
                List<PlaceNames.Named> named = names.named(key.substring(0, key.length() - 1) + "ه");
                if (!named.isEmpty()) {
                    return new Mention(List.of(named.getFirst().place().id()), start, end, Mention.Certainty.FUZZY);
                }
            }
        }
        return null;
    }

    private @Nullable Mention bySlip(NameWords words, int start, int end) {
        Set<Place.Id> near = new LinkedHashSet<>();
        String rest = words.rest(start + 1, end);
        for (String form : words.forms(start)) {
            String key = form + rest;
            if (Spelling.slips(key.length()) == 0) {
                continue;
            }
            for (String name : names.near(key)) {
                names.named(name).forEach(named -> near.add(named.place().id()));
            }
            if (!near.isEmpty()) {
                return new Mention(List.copyOf(near), start, end, Mention.Certainty.FUZZY);
            }
        }
        return null;
    }

    /** "Deir Bulut": all are words, boots too, but the first begins a name and the rest is a slip away from the rest of it; or the other way round. */
    @Nullable Mention bySlipInOneWord(NameWords words, int start, int end) {
        if (end - start != 2 || words.tokens.get(start).script() != Token.Script.ARABIC || kinds.isAnyKindWord(words, start)) {
            return null;
        }
        String rest = words.rest(start + 1, end);
        for (String form : words.forms(start)) {
            Set<Place.Id> near = new LinkedHashSet<>();
            for (String name : rest.length() >= SHORTEST_AFTER_HEAD ? names.near(form + rest) : List.<String>of()) {
                boolean sameHead = name.startsWith(form) && Spelling.distance(rest, name.substring(form.length()), 1) <= 1;
                boolean sameEnd = !words.isKnown(start) && form.length() >= SHORTEST_AFTER_HEAD && isSlipOfHead(form, rest, name);
                names.named(name).stream().filter(named -> sameHead || sameEnd).forEach(named -> near.add(named.place().id()));
            }
            if (near.size() == 1) {
                return new Mention(List.copyOf(near), start, end, Mention.Certainty.FUZZY);
            }
        }
        return null;
    }

    /** "Brj al-Hamam": the first word is none and a slip away from what stands before the second in a name. */
    private static boolean isSlipOfHead(String head, String rest, String name) {
        return name.endsWith(rest) && Spelling.distance(head, name.substring(0, name.length() - rest.length()), 1) <= 1;
    }

    /** "Silso crossing", "camp Nahkla": what is mistyped beside a word of a kind is called like one of that kind. */
    private @Nullable Mention bySlipBesideKind(NameWords words, int at) {
        Set<Place.Id> near = new LinkedHashSet<>();
        for (String form : words.forms(at)) {
            for (Place.Id id : names.nearlyBasedOn(form)) {
                if (kinds.isBeside(words, at, at + 1, id)) {
                    near.add(id);
                }
            }
        }
        return near.size() == 1 ? new Mention(List.copyOf(near), at, at + 1, Mention.Certainty.FUZZY) : null;
    }

    private static boolean holdsCommonEnglish(List<Token> window) {
        for (Token token : window) {
            if (token.script() == Token.Script.LATIN && LanguageGuess.isCommonEnglish(token.text())) {
                return true;
            }
        }
        return false;
    }

    /** "And the western one?" may ask for the place that is told from another by its side. */
    private static boolean mayBeDirection(NameWords words, int start, int end) {
        return end - start == 1
                && words.tokens.size() <= MOST_BESIDE_DIRECTION
                && words.forms(start).stream().anyMatch(PlaceNames::isDirection);
    }

    private boolean isPartOfMany(NameWords words, int at) {
        return words.forms(at).stream().anyMatch(form -> names.sharing(form).size() > MOST_SHARING);
    }

    /** Typed in a hurry, without vowels: idlb, afrn, sarmda. */
    private static boolean lacksVowels(Token token) {
        String key = NameKeys.key(token);
        int consonants = Sounds.consonants(key).length();
        return consonants >= 3 && key.length() - consonants <= (consonants >= 4 ? 2 : 1);
    }

    private static boolean followsPreposition(List<Token> tokens, int at) {
        return at > 0 && NameKeys.isPreposition(tokens.get(at - 1))
                || at > 1 && NameKeys.isArticle(tokens.get(at - 1)) && NameKeys.isPreposition(tokens.get(at - 2));
    }

    private @Nullable Mention byConsonants(List<Token> window, int start, int end) {
        String key = NameKeys.key(window);
        String skeleton = Sounds.consonants(key);
        Set<Place.Id> same = skeleton.length() >= 3 ? names.sounding(skeleton, key) : Set.of();
        if (same.isEmpty() || skeleton.length() == 3 && same.size() > 1) {
            return null;
        }
        return new Mention(List.copyOf(same), start, end, Mention.Certainty.FUZZY);
    }

    private @Nullable Mention byPart(NameWords words, int start) {
        for (String form : words.forms(start)) {
            if (PlaceNames.isDirection(form) && words.tokens.size() > MOST_BESIDE_DIRECTION) {
                return null;
            }
            Set<Place.Id> sharing = names.sharing(form);
            if (!sharing.isEmpty() && sharing.size() <= MOST_SHARING) {
                return new Mention(
                        List.copyOf(sharing),
                        start,
                        start + 1,
                        sharing.size() > 1 ? Mention.Certainty.PARTIAL : Mention.Certainty.FUZZY);
            }
        }
        return null;
    }
}
