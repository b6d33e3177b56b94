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
    private static final String ATTACHED = "وفبلكع";

    /** Two letters of one sound typed the wrong way round: nahkla for Nakhla. */
    private static final Pattern PAIR_SWAPPED = Pattern.compile("h([ksg])");

    private NameKeys() {}

    static boolean isArticle(Token token) {
        return ARTICLES.contains(token.text());
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
        String word = token.text();
        boolean attached = token.script() == Token.Script.LATIN
                && word.length() >= 6
                && (word.startsWith("al") || word.startsWith("el"));
        return attached ? key(new Token(word.substring(2), Token.Script.LATIN)) : key(token);
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
            for (String attached : List.of("bil", "bel", "bl", "el", "al", "3a", "b", "l", "w")) {
                if (word.startsWith(attached) && word.length() - attached.length() >= 4) {
                    forms.add(key(new Token(word.substring(attached.length()), Token.Script.LATIN)));
                }
            }
            Matcher swapped = PAIR_SWAPPED.matcher(word);
            if (swapped.find()) {
                forms.add(key(new Token(swapped.replaceFirst("$1h"), Token.Script.LATIN)));
            }
        }
        return forms;
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
