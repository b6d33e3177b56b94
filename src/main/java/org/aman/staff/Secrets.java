package org.aman.staff;

import java.util.Base64;
import java.util.random.RandomGenerator;
import org.aman.database.Identifiers;
import org.aman.language.Sha256;

/** Makes what only its holder knows, such as a session's cookie or a link; kept is only the hash. */
public final class Secrets {
    private static final int BYTES = 32;

    private final RandomGenerator random;
    private final Identifiers identifiers;

    /** @param random one that cannot be foreseen, such as {@link java.security.SecureRandom} */
    public Secrets(RandomGenerator random) {
        this.random = random;
        this.identifiers = new Identifiers(random);
    }

    /** 256 random bits in 43 letters that stand in an address or a cookie as they are. */
    public String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(BYTES));
    }

    /** A new name for a row, 80 random bits; no secret. */
    String id() {
        return identifiers.next();
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** SHA-256 in hex. Enough for a secret of 80 bits or more by chance; never for a password. */
    public static String hash(String secret) {
        return Sha256.of(secret);
    }
}
