package org.aman.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aman.language.Sounds;
import org.aman.language.Token;

/** What words are compared by when names are looked for: without spaces, Latin letters by their sounds. */
final class NameKeys {
    private static final Set<String> ARTICLES = Set.of("al", "el", "l", "il", "ad", "ar", "as", "ash", "at", "an", "az", "the");
    private static final Set<String> PREPOSITIONS =
            Set.of("in", "at", "to", "from", "near", "around", "of", "for", "by", "towards", "via", "through", "into");
    private static final String ATTACHED = "وفبلكع";
    private static final List<String> ATTACHED_LATIN = List.of("bil", "bel", "bl", "el", "al", "3a", "b", "l", "w");

    /** Two letters of one sound typed the wrong way round: nahkla for Nakhla. */
    private static final Pattern PAIR_SWAPPED = Pattern.compile("h([ksg])");

    private NameKeys() {}

    static boolean isArticle(Token token) {
        return ARTICLES.contains(token.text());
    }

    static boolean isPreposition(Token token) {
        return PREPOSITIONS.contains(token.text());
    }

    static String key(List<Token> tokens) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            key.append(i == 0 ? key(tokens.get(i)) : laterKey(tokens.get(i)));
        }
        return key.toString();
    }

    /** A word within a name: its article may be written as a word of its own or attached, Bab al-Salama as Bab alsalama. */
    static String laterKey(Token token) {
        return key(withoutArticle(token));
    }

    private static Token withoutArticle(Token token) {
        String word = token.text();
        boolean attached = token.script() == Token.Script.LATIN
                && word.length() >= 6
                && (word.startsWith("al") || word.startsWith("el"));
        return attached ? new Token(word.substring(2), Token.Script.LATIN) : token;
    }

    /** The Arabic words of a name without their articles: Tall al-Jadid, which people write Tall Jadid. */
    static String bareKey(List<Token> tokens) {
        StringBuilder key = new StringBuilder();
        tokens.forEach(token -> key.append(bareKey(token)));
        return key.toString();
    }

    static String bareKey(Token token) {
        String word = token.text();
        return word.startsWith("ال") && word.length() >= 5 ? word.substring(2) : word;
    }

    /** The readings of a Latin word within a name, none of an article. */
    static List<String> laterReadings(Token token) {
        return isArticle(token) ? List.of("") : Sounds.readings(withoutArticle(token).text());
    }

    static String key(Token token) {
        if (token.script() != Token.Script.LATIN) {
            return token.text();
        }
        return ARTICLES.contains(token.text()) ? "" : Sounds.readings(token.text()).getFirst();
    }

    /** The first word as it is, then without the letters attached to it; never without an article of its own. */
    static List<String> firstForms(Token token) {
        String word = token.text();
        List<String> forms = new ArrayList<>();
        forms.add(key(token));
        if (token.script() == Token.Script.ARABIC) {
            String rest = word;
            for (int i = 0; i < 2 && rest.length() >= 4 && ATTACHED.indexOf(rest.charAt(0)) >= 0; i++) {
                if (rest.startsWith("لل")) {
                    forms.add("ا" + rest.substring(1));
                }
                rest = rest.substring(1);
                forms.add(rest);
            }
            if (word.startsWith("هال") && word.length() >= 6) {
                forms.add(word.substring(1));
            }
        } else if (token.script() == Token.Script.LATIN) {
            detached(word).forEach(rest -> forms.add(key(new Token(rest, Token.Script.LATIN))));
            Matcher swapped = PAIR_SWAPPED.matcher(word);
            if (swapped.find()) {
                forms.add(key(new Token(swapped.replaceFirst("$1h"), Token.Script.LATIN)));
            }
        }
        return forms;
    }

    /** The two letters that one is attached to, as in "بتل"; empty where it is no such word. */
    static String shortHead(Token token) {
        String word = token.text();
        return token.script() == Token.Script.ARABIC && word.length() == 3 && ATTACHED.indexOf(word.charAt(0)) >= 0 ? word.substring(1) : "";
    }

    private static List<String> detached(String word) {
        return ATTACHED_LATIN.stream()
                .filter(attached -> word.startsWith(attached) && word.length() - attached.length() >= 4)
                .map(attached -> word.substring(attached.length()))
                .toList();
    }

    /** What a Latin word at the beginning of a name may sound like, with and without what is attached to it. */
    static List<String> firstReadings(Token token) {
        List<String> readings = new ArrayList<>(Sounds.readings(token.text()));
        detached(token.text()).forEach(rest -> readings.addAll(Sounds.readings(rest)));
        return readings;
    }

    static String spelling(List<Token> tokens) {
        return tokens.stream().map(Token::text).filter(word -> !ARTICLES.contains(word)).collect(Collectors.joining(" "));
    }

    static boolean isLatin(List<Token> tokens) {
        for (Token token : tokens) {
            if (token.script() != Token.Script.LATIN) {
                return false;
            }
        }
        return true;
    }
}
