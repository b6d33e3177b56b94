package org.aman.place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aman.language.LanguageGuess;
import org.aman.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * Finds names as they stand in words, without guessing: spaces and articles aside, attached letters taken off the first word, Latin
 * letters by their sounds.
 */
final class PlainNames {
    private static final int SURE_FROM = 4; // letters

    private final PlaceNames names;
    private final NameKinds kinds;

    PlainNames(PlaceNames names, NameKinds kinds) {
        this.names = names;
        this.kinds = kinds;
    }

    /** The longest name that begins with this word; null where none does. */
    @Nullable Mention longestAt(NameWords words, int start, int most) {
        Mention exact = null;
        for (int end = most; end > start && exact == null; end--) {
            exact = exactAt(words, start, end);
            exact = exact == null && end - start > 1 ? afterAttached(words, start, end) : exact;
        }
        Mention alike = alikeAt(words, start, exact == null ? start : exact.end(), most);
        return alike == null ? exact : alike;
    }

    /** A name that goes beyond this end, written with an article more or less, or in Latin letters by ear. */
    private @Nullable Mention alikeAt(NameWords words, int start, int beyond, int most) {
        Token first = words.tokens.get(start);
        List<String> readings = spokenHeads(words, first);
        List<String> heads = bareHeads(words, start);
        for (int end = most; end > beyond && !(readings.isEmpty() && heads.isEmpty()); end--) {
            Mention alike = readings.isEmpty() ? null : spokenAt(words, readings, start, end);
            alike = alike == null && end - start > 1 ? bareAt(words, heads, start, end) : alike;
            if (alike != null) {
                return alike;
            }
        }
        return null;
    }

    @Nullable Mention exactAt(NameWords words, int start, int end) {
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
            if (!base.isEmpty() && (isBesideKind(words, base, start, end) || isNameAlone(words, base, start, end))) {
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
    private @Nullable Mention bareAt(NameWords words, List<String> heads, int start, int end) {
        List<Token> window = words.tokens.subList(start, end);
        if (window.stream().anyMatch(token -> token.script() != Token.Script.ARABIC)) {
            return null;
        }
        String rest = NameKeys.bareKey(window.subList(1, window.size()));
        for (String head : heads) {
            List<PlaceNames.Named> named = names.namedBare(head + rest);
            if (!named.isEmpty()) {
                return exactMention(named, start, end);
            }
        }
        return null;
    }

    /** What the first word may be without its article, as some name begins. */
    private List<String> bareHeads(NameWords words, int start) {
        Token first = words.tokens.get(start);
        if (first.script() != Token.Script.ARABIC) {
            return List.of();
        }
        List<String> heads = new ArrayList<>();
        words.forms(start).forEach(form -> heads.add(NameKeys.bareKey(new Token(form, Token.Script.ARABIC))));
        heads.add(NameKeys.shortHead(first));
        heads.removeIf(head -> !names.isBareHead(head));
        return heads;
    }

    /** What the first word sounds like in Arabic, as some name begins; an article is mute. */
    private List<String> spokenHeads(NameWords words, Token first) {
        if (words.english || first.script() != Token.Script.LATIN) {
            return List.of();
        }
        if (NameKeys.isArticle(first)) {
            return List.of("");
        }
        List<String> readings = NameKeys.firstReadings(first);
        return names.mayBeSpoken(readings) ? readings : List.of();
    }

    /** "tal jdid": Arabic in Latin letters by ear. */
    private @Nullable Mention spokenAt(NameWords words, List<String> heads, int start, int end) {
        List<Token> window = words.tokens.subList(start, end);
        if (!NameKeys.isLatin(window) || end - start == 1 && words.isKnown(start) || NameKeys.isArticle(window.getLast())) {
            return null;
        }
        List<List<String>> readings = new ArrayList<>();
        readings.add(heads);
        window.subList(1, window.size()).forEach(token -> readings.add(NameKeys.laterReadings(token)));
        boolean ayn = window.stream().anyMatch(word -> word.text().indexOf('3') >= 0);
        Place.Id called = names.spoken(readings, ayn);
        return called == null ? null : new Mention(List.of(called), start, end, Mention.Certainty.EXACT);
    }

    /** "Tell Tarfa": a common English word may begin a name if what follows is no English. */
    private static boolean mayBeHead(NameWords words, int start, int end) {
        Token first = words.tokens.get(start);
        return end - start > 1
                && (!words.english || !NameKeys.isArticle(first) && !NameKeys.isPreposition(first) && !words.isKnown(end - 1));
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

    /** Whether a word of their kind stands in the text; "Milh border post": next to the name, where there are but few of the kind. */
    private boolean isBesideKind(NameWords words, Set<Place.Id> base, int start, int end) {
        for (Place.Id id : base) {
            if (names.isOfFew(id) && !kinds.isBeside(words, start, end, id)) {
                return false;
            }
        }
        return kinds.namesKind(words, base.size());
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
                .filter(id -> kinds.isKindWord(words, start, names.kindWordsOf(id)))
                .toList();
        return meant.isEmpty() ? null : new Mention(meant, start, end, Mention.Certainty.EXACT);
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
}
