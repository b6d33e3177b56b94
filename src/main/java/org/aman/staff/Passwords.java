package org.aman.staff;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes and checks passwords. Checking takes as long where there is nobody to check. */
@Component
class Passwords {
    /** At least; with a second factor beside it. OWASP ASVS 5.0, 6.2.1 wants 8 and recommends 15. */
    static final int SHORTEST = 12;

    /** At most, in UTF-16 units. */
    static final int LONGEST = 128;

    private static final int FEWEST_LETTERS = 5;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Argon2id with 19 MiB, two passes and one lane: OWASP Password Storage Cheat Sheet, as of 2025. */
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;
    private static final int LANES = 1;

    /** How many are hashed side by side: 38 MiB of a small heap. */
    private static final int AT_ONCE = 2;

    private final PasswordEncoder encoder;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private @Nullable String nobodys;

    @Autowired
    Passwords() {
        this(new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES));
    }

    /** With another cost: what tests hash need not be dear. */
    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    String hash(String password) {
        return inTurn(() -> String.valueOf(encoder.encode(even(password))));
    }

    /** Whether this is the password; false, as slowly, where there is no hash to compare with. */
    boolean fits(String password, @Nullable String hash) {
        String dummy = nobodys();
        String tried = password.length() > LONGEST ? "" : password;
        boolean fits = inTurn(() -> encoder.matches(even(tried), hash == null ? dummy : hash));
        return fits && hash != null && !tried.isEmpty();
    }

    /** Long enough, not too long, not the name, not one letter over and over. */
    static boolean isGood(String password, String name) {
        String plain = Names.key(password);
        return password.length() >= SHORTEST
                && password.length() <= LONGEST
                && password.codePoints().distinct().count() >= FEWEST_LETTERS
                && !plain.contains(Names.key(name));
    }

    /** Keyboards write the same letters in several ways: NIST SP 800-63B, 3.1.1.2 has them made even. */
    private static String even(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private synchronized String nobodys() {
        if (nobodys == null) {
            nobodys = hash("nobody has this password");
        }
        return nobodys;
    }

    private <T> T inTurn(Supplier<T> hashing) {
        places.acquireUninterruptibly();
        try {
            return hashing.get();
        } finally {
            places.release();
        }
    }
}
