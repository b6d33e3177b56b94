package org.aman.knowledge;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.UnicodeSet;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds letters that look like others: Persian and Urdu ones in Arabic words, Greek and Cyrillic ones in Latin words,
 * digits of two kinds in one number. Safe for use by many threads.
 */
final class Letters {
    /** Of a Persian or Urdu keyboard; to the eye most are ي, ك and ه. */
    private static final UnicodeSet FOREIGN = new UnicodeSet("[یکہھەۀۃےېگڪٱ]").freeze();

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** "and A", "on the M4" in Arabic: a particle is written onto the Latin name after it. */
    static final String PARTICLE = "(?:[وف]?(?:[بلكع]?(?:ال)?|لل)ـ?(?=\\p{IsLatin}))";

    private static final Pattern ATTACHED = Pattern.compile("^" + PARTICLE);

    private final SpoofChecker checker = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.SINGLE_SCRIPT | SpoofChecker.MIXED_NUMBERS | SpoofChecker.INVISIBLE)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.MINIMALLY_RESTRICTIVE)
            .build();

    /** The first word with such a letter. */
    Optional<String> lookAlike(String text) {
        return WORD.matcher(text)
                .results()
                .map(match -> ATTACHED.matcher(match.group()).replaceFirst(""))
                .filter(word -> FOREIGN.containsSome(word) || isSpoofed(word))
                .findFirst();
    }

    private boolean isSpoofed(String word) {
        return word.codePoints().anyMatch(Letters::isGreekOrCyrillic) || checker.failsChecks(word);
    }

    private static boolean isGreekOrCyrillic(int letter) {
        Character.UnicodeScript script = Character.UnicodeScript.of(letter);
        return script == Character.UnicodeScript.GREEK || script == Character.UnicodeScript.CYRILLIC;
    }
}
