package org.aman.staff;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change every 30 seconds, as authenticator apps show them: RFC 6238 with HMAC-SHA-1 and six digits. */
final class Totp {
    static final int SECRET_BYTES = 20; // RFC 4226, 4: as long as the hash

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648, 6
    private static final int BITS = 5;
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;

    /** One step to either side, for clocks that differ and people who type slowly: RFC 6238, 5.2. */
    private static final int WINDOW = 1;

    private Totp() {}

    /** A new secret as apps take it. */
    static String secret(Secrets secrets) {
        byte[] bytes = secrets.bytes(SECRET_BYTES);
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int held = 0;
        for (byte one : bytes) {
            buffer = (buffer << 8) | (one & 0xff);
            held += 8;
            while (held >= BITS) {
                held -= BITS;
                text.append(ALPHABET.charAt((buffer >> held) & 31));
            }
        }
        return text.toString();
    }

    /** The step to which this code belongs, if it is one of those that count now. */
    static OptionalLong step(String secret, String code, Instant now) {
        String digits = digits(code);
        long current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        OptionalLong found = OptionalLong.empty();
        if (secret.isEmpty()) {
            return found;
        }
        for (long step = current - WINDOW; step <= current + WINDOW; step++) {
            if (sameDigits(digits, code(secret, step))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of one step. */
    static String code(String secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf; // RFC 4226, 5.3
            int number = (ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE) % MODULUS;
            return Integer.toString(MODULUS + number).substring(1);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java knows HmacSHA1", e);
        }
    }

    /** What a QR code carries so that an app takes the secret. */
    static String address(String secret, String name) {
        String account = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/Aman:" + account + "?secret=" + secret + "&issuer=Aman";
    }

    private static boolean sameDigits(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** Digits of any script, without spaces; nothing where it is not a code. */
    private static String digits(String code) {
        StringBuilder digits = new StringBuilder();
        code.codePoints().filter(one -> !Character.isWhitespace(one)).limit(DIGITS + 1L).forEach(one -> {
            int digit = Character.digit(one, 10);
            digits.append(digit < 0 ? "x" : Integer.toString(digit));
        });
        return digits.length() == DIGITS ? digits.toString() : "";
    }

    private static byte[] bytes(String secret) {
        ByteBuffer bytes = ByteBuffer.allocate(secret.length() * BITS / 8);
        int buffer = 0;
        int held = 0;
        for (char letter : secret.toCharArray()) {
            buffer = (buffer << BITS) | ALPHABET.indexOf(letter);
            held += BITS;
            if (held >= 8) {
                held -= 8;
                bytes.put((byte) (buffer >> held));
            }
        }
        return bytes.array();
    }
}
