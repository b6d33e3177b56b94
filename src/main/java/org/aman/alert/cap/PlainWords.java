package org.aman.alert.cap;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aman.language.RightToLeft;
import org.jspecify.annotations.Nullable;

/**
 * Words of strangers as plain text: whatever they say stays words, and nothing in them hides, turns round or links
 * (A29-A31, A37).
 */
final class PlainWords {
    private static final Pattern TAGS = Pattern.compile("<[^<>]{0,200}>|&#?[A-Za-z0-9]{1,10};");
    private static final Pattern MARKDOWN = Pattern.compile("\\*\\*|__|```|\\]\\(");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\\n]]|\\p{Cf}|\\p{Co}|\\p{Cn}|\\p{Cs}");

    /** A letter carries a vowel sign and a doubling at most; more only blackens the screen. */
    private static final Pattern PILED_MARKS = Pattern.compile("(\\p{Mn}{2})\\p{Mn}+");

    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\t]+");

    private PlainWords() {}

    /** @return null where nothing is left */
    static @Nullable String of(@Nullable String text, int most) {
        if (text == null) {
            return null;
        }
        String seen = UNSEEN.matcher(RightToLeft.unmarked(text.replace("\r\n", "\n").replace('\r', '\n')))
                .replaceAll("");
        String bare = MARKDOWN.matcher(TAGS.matcher(seen).replaceAll(" ")).replaceAll(" ");
        String calm = PILED_MARKS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFC)).replaceAll("$1");
        String plain = ours(calm).lines()
                .map(line -> SPACES.matcher(line).replaceAll(" ").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return plain.isEmpty() ? null : cut(plain, most);
    }

    /** Letters of Persian keyboards look like ours, and no search for ours finds them. */
    private static String ours(String text) {
        return text.replace('ی', 'ي').replace('ک', 'ك');
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
