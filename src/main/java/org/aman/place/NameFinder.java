package org.aman.place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.aman.language.EnglishWords;
import org.aman.language.LanguageGuess;
import org.aman.language.Sounds;
import org.aman.language.Spelling;
import org.aman.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * Finds place names in words. A name is compared with all its spaces removed; Latin letters by their sounds; attached
 * letters come off the first word; slips are allowed in long names only; short names must match exactly.
 */
final class NameFinder {
    static final int LONGEST = 6; // words in a name, articles included
    private static final int SURE_FROM = 4; // a name as short may be the beginning of a longer mistyped one
    private static final int SURE_PART = 6; // an English word as short may be a slip of another word

    /** Arabic words that stand before a name and are no part of it. */
    private static final Set<String> BEFORE_NAMES =
            Set.of("في", "من", "الي", "علي", "عن", "بين", "عند", "نحو", "حتي", "مع", "هل", "وين", "اين");

    private static final Set<String> PREPOSITIONS =
            Set.of("in", "at", "to", "from", "near", "around", "of", "for", "by", "towards", "via", "through", "into");

    /** Words for several of a kind: "the roads of Saraqib" are no mistyped Saraqib road. */
    private static final Set<String> SEVERAL = Set.of("طرق", "طرقات", "مخيمات", "معابر", "مشافي", "مستشفيات");

    /** A word that more names than these share, such as Kafr, tells none of them. */
    private static final int MOST_SHARING = 4;

    /** In a longer question a direction is no part of a name: "the eastern quarter" names no Deir al-Sharqi. */
    private static final int MOST_BESIDE_DIRECTION = 2;

    private static final int SHORTEST_AFTER_HEAD = 3;
    private static final int TWICE_FROM = 4;

    private final PlaceNames names;

    NameFinder(PlaceNames names) {
        this.names = names;
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
            Mention next = exactAt(words, mention.end(), end);
            if (next != null) {
                return true;
            }
        }
        return false;
    }

    private Mention withoutKind(NameWords words, Mention mention) {
        Mention base = exactAt(words, mention.start() + 1, mention.end());
        return base == null || base.isAmbiguous() ? mention : base;
    }

    private @Nullable Mention longestAt(NameWords words, int start) {
        List<Token> tokens = words.tokens;
        int most = Math.min(tokens.size(), start + LONGEST);
        Mention exact = null;
        for (int end = most; end > start && exact == null; end--) {
            exact = exactAt(words, start, end);
            exact = exact == null && end - start > 1 ? afterAttached(words, start, end) : exact;
        }
        for (int end = most; end > (exact == null ? start : exact.end()); end--) {
            Mention alike = words.english ? null : spokenAt(words, start, end);
            alike = alike == null && end - start > 1 ? bareAt(words, start, end) : alike;
            if (alike != null) {
                return alike;
            }
        }
        // "معرة مصرن": the short exact name is another town than the longer mistyped one
        boolean firm = exact != null && !isShortForm(exact) && words.key(start, exact.end()).length() >= SURE_FROM;
        for (int end = Math.min(most, start + 4); end > (exact == null ? start : exact.end()) && !firm; end--) {
            Mention guessed = mayBelong(words, start, end) ? guessedAt(words, start, end) : bySlipAfterHead(words, start, end);
            if (guessed != null && !holdsAnother(words, guessed)) {
                return guessed;
            }
        }
        return exact;
    }

    /** Whether the last of these words may be part of a mistyped name, rather than the next word of the sentence. */
    private boolean mayBelong(NameWords words, int start, int end) {
        return end - start == 1
                || isKindAndName(words, start, end)
                || isNameAndKind(words, start, end)
                || !words.isKnown(end - 1)
                || exactAt(words, end - 1, end) != null;
    }

    /** Whether a guess over several words hides the plain name of another place: "the Bab road" is no Ghab road. */
    private boolean holdsAnother(NameWords words, Mention guessed) {
        for (int from = guessed.start() + 1; from < guessed.end(); from++) {
            if (!speaksOfSeveral(words.tokens.get(guessed.start())) && isBaseOf(guessed, words.key(from, guessed.end()))) {
                return false;
            }
            Mention within = exactAt(words, from, guessed.end());
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
                if (exactAt(words, from, end) != null) {
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

    private static boolean speaksOfSeveral(Token token) {
        return NameKeys.firstForms(token).stream()
                .map(form -> form.startsWith("ال") ? form.substring(2) : form)
                .anyMatch(SEVERAL::contains);
    }

    private boolean isShortForm(Mention exact) {
        return exact.places().stream().allMatch(names::isAmbiguous);
    }

    private @Nullable Mention exactAt(NameWords words, int start, int end) {
        List<Token> tokens = words.tokens;
        Token first = tokens.get(start);
        if (NameKeys.isArticle(first) && end - start == 1) {
            return null;
        }
        if (first.script() == Token.Script.LATIN && LanguageGuess.isCommonEnglish(first.text())
                && !mayBeHead(words, start, end)) {
            return null;
        }
        if (NameKeys.isArticle(tokens.get(end - 1))) {
            return null;
        }
        String rest = words.rest(start + 1, end);
        Mention ofKind = end - start >= 2 ? kindAndBase(words, rest, start, end) : null;
        if (ofKind != null) {
            return ofKind;
        }
        for (String form : words.forms(start)) {
            if (!names.mayBegin(form, rest)) {
                continue;
            }
            List<PlaceNames.Named> named = names.named(form + rest);
            if (!named.isEmpty() && !isOtherWord(words, named, start, end)) {
                return exactMention(speltSo(named, tokens.subList(start, end)), start, end);
            }
            Set<Place.Id> base = names.basedOn(form + rest);
            if (!base.isEmpty() && (namesKind(words, base.size()) || isNameAlone(words, base, start, end))) {
                return new Mention(List.copyOf(base), start, end, Mention.Certainty.EXACT);
            }
        }
        return null;
    }

    /** "In Tall al-Nahl": a letter attached to a first word of two. */
    private @Nullable Mention afterAttached(NameWords words, int start, int end) {
        String head = NameKeys.shortHead(words.tokens.get(start));
        List<PlaceNames.Named> named = head.isEmpty() ? List.of() : names.named(head + words.rest(start + 1, end));
        return named.isEmpty() ? null : exactMention(named, start, end);
    }

    /** "Tall al-Jadid" for Tall Jadid, in Arabic. */
    private @Nullable Mention bareAt(NameWords words, int start, int end) {
        List<Token> window = words.tokens.subList(start, end);
        if (window.stream().anyMatch(token -> token.script() != Token.Script.ARABIC)) {
            return null;
        }
        String rest = NameKeys.bareKey(window.subList(1, window.size()));
        List<String> forms = new ArrayList<>(words.forms(start));
        forms.add(NameKeys.shortHead(window.getFirst()));
        for (String form : forms) {
            List<PlaceNames.Named> named = form.isEmpty() ? List.of() : names.namedBare(NameKeys.bareKey(new Token(form, Token.Script.ARABIC)) + rest);
            if (!named.isEmpty()) {
                return exactMention(named, start, end);
            }
        }
        return null;
    }

    /** "tal jdid": Arabic in Latin letters by ear. */
    private @Nullable Mention spokenAt(NameWords words, int start, int end) {
        List<Token> window = words.tokens.subList(start, end);
        if (!NameKeys.isLatin(window) || end - start == 1 && words.isKnown(start) || NameKeys.isArticle(window.getLast())) {
            return null;
        }
        List<List<String>> readings = new ArrayList<>();
        readings.add(NameKeys.isArticle(window.getFirst()) ? List.of("") : NameKeys.firstReadings(window.getFirst()));
        window.subList(1, window.size()).forEach(token -> readings.add(NameKeys.laterReadings(token)));
        boolean ayn = window.stream().anyMatch(word -> word.text().indexOf('3') >= 0);
        Place.Id called = names.spoken(readings, ayn);
        return called == null ? null : new Mention(List.of(called), start, end, Mention.Certainty.EXACT);
    }

    /** "Tell Tarfa": a common English word may begin a name if what follows is no English. */
    private static boolean mayBeHead(NameWords words, int start, int end) {
        Token first = words.tokens.get(start);
        return end - start > 1
                && (!words.english || !NameKeys.isArticle(first) && !PREPOSITIONS.contains(first.text()) && !words.isKnown(end - 1));
    }

    /** An English word that merely sounds like a name, such as eyes like Eis, is that word. */
    private static boolean isOtherWord(NameWords words, List<PlaceNames.Named> named, int start, int end) {
        Token word = words.tokens.get(start);
        return end - start == 1
                && word.script() == Token.Script.LATIN
                && words.english
                && words.isKnown(start)
                && named.stream().noneMatch(one -> one.spelling().equals(word.text()));
    }

    /** "What about Nakhla", where only one camp or crossing is called so, and the word says nothing else. */
    private boolean isNameAlone(NameWords words, Set<Place.Id> base, int start, int end) {
        return base.size() == 1
                && !names.isRoad(base.iterator().next())
                && words.key(start, end).length() >= SURE_FROM
                && words.isNoneKnown(start, end);
    }

    /** Of several places with one reading those spelt just so, if any are: "ma3arra" sounds like Marea and is not. */
    private static List<PlaceNames.Named> speltSo(List<PlaceNames.Named> named, List<Token> window) {
        if (named.size() == 1 || !NameKeys.isLatin(window)) {
            return named;
        }
        String spelling = NameKeys.spelling(window);
        List<PlaceNames.Named> so = named.stream().filter(one -> one.spelling().equals(spelling)).toList();
        return so.isEmpty() ? named : so;
    }

    /** "Road of the Ghab" in any script: a word of a kind, then what places of that kind are called besides. */
    private @Nullable Mention kindAndBase(NameWords words, String rest, int start, int end) {
        Set<Place.Id> base = names.mayBegin(rest, "") ? names.basedOn(rest) : Set.of();
        if (base.isEmpty()) {
            return null;
        }
        List<Place.Id> meant = base.stream()
                .filter(id -> isKindWord(words, start, names.kindWordsOf(id)))
                .toList();
        return meant.isEmpty() ? null : new Mention(meant, start, end, Mention.Certainty.EXACT);
    }

    /** Whether a word of a kind stands in the text, so that the bare name of a camp or crossing may mean it. */
    private boolean namesKind(NameWords words, int candidates) {
        if (candidates > 3) {
            return false;
        }
        for (int at = 0; at < words.tokens.size(); at++) {
            if (isAnyKindWord(words, at)) {
                return true;
            }
        }
        return false;
    }

    /** "The Salt road": one word after that of a kind is a name, and may be a mistyped one though it means something itself. */
    private boolean isKindAndName(NameWords words, int start, int end) {
        return end - start == 2 && isAnyKindWord(words, start);
    }

    /** "Atmh camp": in English the kind comes after the name. */
    private boolean isNameAndKind(NameWords words, int start, int end) {
        return words.english && end - start == 2 && !words.isKnown(start) && isAnyKindWord(words, end - 1);
    }

    private boolean isAnyKindWord(NameWords words, int at) {
        return words.isKind(at, index -> names.kindWords().stream().anyMatch(kind -> isKindWord(words, index, kind)));
    }

    private boolean isKindWord(NameWords words, int at, Set<String> kind) {
        Token token = words.tokens.get(at);
        if (token.script() == Token.Script.ARABIC) {
            return words.forms(at).stream().anyMatch(kind::contains);
        }
        return kind.contains(words.key(at, at + 1)) || words.maySound(at) && soundsLikeOne(token, kind);
    }

    private boolean soundsLikeOne(Token token, Set<String> kind) {
        Set<String> skeletons = Sounds.skeletons(token.text());
        return kind.stream()
                .map(names::soundOf)
                .anyMatch(sound -> !sound.isEmpty() && skeletons.contains(sound));
    }

    private static Mention exactMention(List<PlaceNames.Named> named, int start, int end) {
        Set<Place.Id> standard = new LinkedHashSet<>();
        Set<Place.Id> all = new LinkedHashSet<>();
        boolean onlyShort = true;
        for (PlaceNames.Named one : named) {
            all.add(one.place().id());
            onlyShort &= one.shortForm();
            if (one.standard()) {
                standard.add(one.place().id());
            }
        }
        if (standard.size() == 1) {
            return new Mention(List.copyOf(standard), start, end, Mention.Certainty.EXACT);
        }
        return new Mention(
                List.copyOf(all), start, end, onlyShort && all.size() > 1 ? Mention.Certainty.PARTIAL : Mention.Certainty.EXACT);
    }

    private @Nullable Mention guessedAt(
            NameWords words, int start, int end) {
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
        boolean known = allKnown && !mayBeDirection(words, start, end) && !isKindAndName(words, start, end);
        if (known) {
            return bySlipAfterHead(words, start, end);
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
        Mention slip = bySlip(words, start, end);
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

    /** "Deir Bulut": all are words, boots too, but the first begins a name and the rest is a slip away from the rest of it. */
    private @Nullable Mention bySlipAfterHead(NameWords words, int start, int end) {
        if (end - start != 2 || words.tokens.get(start).script() != Token.Script.ARABIC || isAnyKindWord(words, start)) {
            return null;
        }
        String rest = words.rest(start + 1, end);
        for (String form : words.forms(start)) {
            Set<Place.Id> near = new LinkedHashSet<>();
            for (String name : rest.length() >= SHORTEST_AFTER_HEAD ? names.near(form + rest) : List.<String>of()) {
                boolean sameHead = name.startsWith(form) && Spelling.distance(rest, name.substring(form.length()), 1) <= 1;
                names.named(name).stream().filter(named -> sameHead).forEach(named -> near.add(named.place().id()));
            }
            if (near.size() == 1) {
                return new Mention(List.copyOf(near), start, end, Mention.Certainty.FUZZY);
            }
        }
        return null;
    }

    /** "Silso crossing", "camp Nahkla": what is mistyped beside a word of a kind is called like one of that kind. */
    private @Nullable Mention bySlipBesideKind(NameWords words, int at) {
        Set<Place.Id> near = new LinkedHashSet<>();
        for (String form : words.forms(at)) {
            for (Place.Id id : names.nearlyBasedOn(form)) {
                Set<String> kind = names.kindWordsOf(id);
                boolean before = at > 0 && isKindWord(words, at - 1, kind);
                boolean after = at + 1 < words.tokens.size() && isKindWord(words, at + 1, kind);
                if (before || after) {
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
        return at > 0 && PREPOSITIONS.contains(tokens.get(at - 1).text())
                || at > 1 && NameKeys.isArticle(tokens.get(at - 1)) && PREPOSITIONS.contains(tokens.get(at - 2).text());
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
