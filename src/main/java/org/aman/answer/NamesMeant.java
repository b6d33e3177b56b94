package org.aman.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aman.language.Concept;
import org.aman.language.Lexicon;
import org.aman.language.Token;
import org.aman.place.Gazetteer;
import org.aman.place.Mention;
import org.aman.place.Place;

/** Of the names of places that stand in a question, those that it is about. */
final class NamesMeant {
    /** "Not al-Bara, I mean Balyun": what stands right after such a word is not asked about. */
    private static final String NOT = "not-this";

    /** "Is it shut like the Roman Bridge": what stands after such a word is known already. */
    private static final String LIKE = "like-another";

    /** "Is there shooting in Kafr Hamra, right under Haritan": what stands after such a word only tells where the other is. */
    private static final Set<String> BESIDE = Set.of("near-far", "beside-another");

    /** "Talmenes, east of Maarra", likewise. */
    private static final String DIRECTION = "direction";

    /** "Of Kafr Nabl we know, but Hass?": what stands before such a word is not asked, where another place follows. */
    private static final String KNOWN = "known-already";

    /** A shorter name may be another word. */
    private static final int SURE_FROM = 5;

    private static final int LITTLE_BETWEEN = 1;
    private static final int SOME_BETWEEN = 3;

    private final Gazetteer gazetteer;
    private final TopicWords words;

    NamesMeant(Gazetteer gazetteer, TopicWords words) {
        this.gazetteer = gazetteer;
        this.words = words;
    }

    /**
     * @param named the names that stand there
     * @param matches the concepts in the words, those within names too
     * @param arabizi whether words of Latin letters are Arabic
     */
    List<Mention> among(List<Mention> named, List<Token> tokens, List<Lexicon.Match> matches, boolean arabizi) {
        List<Mention> meant = new ArrayList<>(named);
        meant.removeIf(mention -> losesTo(mention, tokens, matches, arabizi));
        if (meant.stream().anyMatch(mention -> !isAlsoAWord(mention, matches) && isSure(mention, tokens))) {
            meant.removeIf(mention -> isAlsoAWord(mention, matches) && !isOnAWay(mention, meant, matches));
        }
        boolean way = matches.stream().anyMatch(this::speaksOfWay);
        boolean onAWay = way || meant.stream().anyMatch(this::isRoad);
        List<Mention> asked = meant.stream().filter(mention -> !isSetAside(mention, meant, tokens, matches, onAWay)).toList();
        List<Mention> about = asked.isEmpty() ? meant : asked;
        return way ? about : withoutGuesses(about, tokens);
    }

    /** Beside a name that is sure, another is not guessed, unless a way is asked for, which has two ends. */
    private static List<Mention> withoutGuesses(List<Mention> meant, List<Token> tokens) {
        return meant.stream().noneMatch(mention -> isSure(mention, tokens))
                ? meant
                : meant.stream().filter(mention -> mention.certainty() != Mention.Certainty.FUZZY).toList();
    }

    /** "Someone at the door in Sarmada": a name of one word that also says something else, such as al-Bab, the door. */
    private static boolean isAlsoAWord(Mention mention, List<Lexicon.Match> matches) {
        return mention.end() - mention.start() == 1
                && matches.stream().anyMatch(match -> match.start() == mention.start()
                        && match.end() == mention.end()
                        && match.quality() >= 0.9
                        && match.concepts().stream().noneMatch(concept -> TopicWords.LITTLE.contains(concept.group())));
    }

    /** Whether a road or a word besides the name speaks of a way, which may well lead there. */
    private boolean isOnAWay(Mention mention, List<Mention> named, List<Lexicon.Match> matches) {
        return named.stream().anyMatch(one -> one != mention && isRoad(one))
                || matches.stream().anyMatch(match -> (match.end() <= mention.start() || match.start() >= mention.end()) && speaksOfWay(match));
    }

    private boolean isRoad(Mention mention) {
        return gazetteer.place(mention.places().getFirst()).map(Place::kind).filter(Place.Kind.ROAD::equals).isPresent();
    }

    private boolean speaksOfWay(Lexicon.Match match) {
        for (Concept concept : match.concepts()) {
            if (words.speaksOfWays(concept.id())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSure(Mention mention, List<Token> tokens) {
        int letters = tokens.subList(mention.start(), mention.end()).stream().mapToInt(token -> token.text().length()).sum();
        return mention.certainty() == Mention.Certainty.EXACT && letters >= SURE_FROM;
    }

    /** A longer phrase of the lexicon outweighs a name; a guessed name yields to a plain word of the same length. */
    private boolean losesTo(Mention mention, List<Token> tokens, List<Lexicon.Match> matches, boolean arabizi) {
        for (Lexicon.Match match : matches) {
            boolean overlaps = match.start() < mention.end() && mention.start() < match.end();
            if (!overlaps) {
                continue;
            }
            int longer = (match.end() - match.start()) - (mention.end() - mention.start());
            if (longer > 0 && match.quality() >= 0.9 && mention.certainty() != Mention.Certainty.EXACT) {
                return true;
            }
            if (longer > 0 && match.quality() == 1) {
                return true;
            }
            if (longer == 0 && mention.certainty() == Mention.Certainty.FUZZY && match.quality() >= leastSure(mention, tokens, arabizi) && !isDirection(match)) {
                return true;
            }
            if (longer == 0 && match.quality() == 1 && !gazetteer.isName(tokens.subList(mention.start(), mention.end()))) {
                return true; // a vaccine, لقاح, is no way to Qah
            }
        }
        return false;
    }

    /** An English word that may be a slip of a plain word is none of a name: "frige" is a fridge. */
    private static double leastSure(Mention mention, List<Token> tokens, boolean arabizi) {
        boolean english = !arabizi
                && mention.end() - mention.start() == 1
                && tokens.get(mention.start()).script() == Token.Script.LATIN;
        return english ? 0 : 0.85;
    }

    private static boolean isDirection(Lexicon.Match match) {
        return match.concepts().stream().allMatch(concept -> concept.group().equals(DIRECTION));
    }

    /** Whether it is named only to be denied, to compare with, to tell where another is, or is known already. */
    private boolean isSetAside(
            Mention mention, List<Mention> named, List<Token> tokens, List<Lexicon.Match> matches, boolean onAWay) {
        return matches.stream().anyMatch(match -> {
            int between = mention.start() - match.end();
            return between == 0 && match.speaksOf(NOT)
                    || between >= 0 && between <= LITTLE_BETWEEN && match.speaksOf(LIKE)
                    || !onAWay && tellsWhere(match) && isRightBehind(mention, match, tokens) && named.stream().anyMatch(one -> isWhereTold(one, mention, match))
                    || match.speaksOf(KNOWN) && isAskedNoMore(mention, named, match);
        });
    }

    private static boolean isRightBehind(Mention mention, Lexicon.Match word, List<Token> tokens) {
        int between = mention.start() - word.end();
        return between == 0 || between == 1 && tokens.get(word.end()).text().equals("of");
    }

    private static boolean tellsWhere(Lexicon.Match match) {
        return match.concepts().stream().anyMatch(concept -> BESIDE.contains(concept.id()) || concept.group().equals(DIRECTION));
    }

    /** Whether this is the place that the word tells where it is: right before it, plain, and not one that the other lies in. */
    private boolean isWhereTold(Mention mention, Mention other, Lexicon.Match word) {
        int between = word.start() - mention.end();
        Place.Id place = mention.places().getFirst();
        return between >= 0
                && between <= LITTLE_BETWEEN
                && !mention.isAmbiguous()
                && mention.certainty() == Mention.Certainty.EXACT
                && gazetteer.above(other.places().getFirst()).stream().noneMatch(around -> around.id().equals(place));
    }

    private static boolean isAskedNoMore(Mention mention, List<Mention> named, Lexicon.Match known) {
        int between = known.start() - mention.end();
        return between >= 0 && between <= SOME_BETWEEN && named.stream().anyMatch(one -> one.start() >= known.end());
    }
}
