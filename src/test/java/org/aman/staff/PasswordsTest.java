package org.aman.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the service itself hashes with: other tests of this room hash cheaply. */
class PasswordsTest {
    @Test
    void aHashCostsWhatOwaspAsksAndHasASaltOfItsOwn() {
        Passwords passwords = new Passwords();

        String hash = passwords.hash("seven small boats at sea");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("boats");
        assertThat(passwords.hash("seven small boats at sea")).isNotEqualTo(hash);
        assertThat(passwords.fits("seven small boats at sea", hash)).isTrue();
        assertThat(passwords.fits("seven small boats at sea.", hash)).isFalse();
        assertThat(passwords.fits("seven small boats at sea", null)).isFalse();
    }
}
