package org.aman.staff;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Hashes of the same kind as the service's, only cheap, and how many were compared. */
final class CountedHashes implements PasswordEncoder {
    private static final int KIB = 64;

    private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, KIB, 1);
    private final AtomicInteger compared = new AtomicInteger();

    int compared() {
        return compared.get();
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return encoder.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        compared.incrementAndGet();
        return encoder.matches(password, hash);
    }
}
