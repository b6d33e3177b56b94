package org.aman.staff;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of accounts, without what the eye does not see: case, spaces, invisible signs, letters that look alike. */
final class Names {
    static final int LONGEST = 60;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Z}\\s]+");
    private static final SpoofChecker LOOK_ALIKES = new SpoofChecker.Builder().build();

    private Names() {}

    /** What the names have in common that cannot be told apart; the same for all ways to type one. */
    static String key(String name) {
        String some = name.length() > LONGEST * 4 ? name.substring(0, LONGEST * 4) : name;
        String seen = UNSEEN.matcher(Normalizer.normalize(some, Normalizer.Form.NFKC)).replaceAll("");
        return LOOK_ALIKES.getSkeleton(seen.toLowerCase(Locale.ROOT));
    }

    /** Whether an account may be called this. */
    static boolean isGood(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST
                && name.equals(name.strip())
                && name.codePoints().noneMatch(Character::isISOControl)
                && !UNSEEN.matcher(name.replace(" ", "")).find()
                && !key(name).isEmpty();
    }
}
