package org.aman.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** The secret of RFC 6238, appendix B, "12345678901234567890", in base 32. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /** The last six of the eight digits that appendix B prints for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, seconds / 30)).isEqualTo(code);
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
    }

    @Test
    void aCodeCountsOneStepToEitherSideAndNoFurther() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = 1_234_567_890 / 30;
        for (long beside = -3; beside <= 3; beside++) {
            assertThat(Totp.step(SECRET, Totp.code(SECRET, step + beside), now).isPresent())
                    .as("step %s", beside)
                    .isEqualTo(Math.abs(beside) <= 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"٢٨٧٠٨٢", "287 082", "۲۸۷۰۸۲"})
    void digitsOfAnyKeyboardAndSpacesAreRead(String typed) {
        assertThat(Totp.step(SECRET, typed, Instant.ofEpochSecond(59))).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"''", "28708", "2870822", "28708x", "287083"})
    void whatIsNoCodeIsRefused(String typed) {
        assertThat(Totp.step(SECRET, typed, Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void aNewSecretHas160BitsAndIsReadBackByApps() {
        String secret = Totp.secret(new Secrets(new SecureRandom()));

        assertThat(secret).hasSize(32).matches("[A-Z2-7]+").isNotEqualTo(Totp.secret(new Secrets(new SecureRandom())));
        assertThat(Totp.address(secret, "رنا س")).startsWith("otpauth://totp/Aman:%D8").contains("secret=" + secret);
    }
}
