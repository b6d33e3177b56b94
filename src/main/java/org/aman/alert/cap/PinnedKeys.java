package org.aman.alert.cap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aman.database.Refusal;

/**
 * The keys with which another service signs, from a file of the operator's: PEM, public keys or certificates, several
 * where a new key is about to follow an old one. Of a certificate only its key counts: it was checked when it was pinned.
 */
final class PinnedKeys {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (PUBLIC KEY|CERTIFICATE)-----([^-]*)-----END \\1-----");

    /** NIST SP 800-57 part 1: what is shorter can be broken. */
    private static final int LEAST_RSA_BITS = 2048;

    private static final int LEAST_EC_BITS = 256;

    private PinnedKeys() {}

    /** @param setting the name of the setting, for the one line that says what is wrong */
    static List<PublicKey> in(Path file, String setting) {
        try {
            List<PublicKey> keys = new ArrayList<>();
            Matcher block = BLOCK.matcher(Files.readString(file, US_ASCII));
            while (block.find()) {
                byte[] bytes = Base64.getMimeDecoder().decode(block.group(2).getBytes(US_ASCII));
                keys.add(block.group(1).equals("CERTIFICATE") ? ofCertificate(bytes) : key(bytes));
            }
            if (keys.isEmpty() || !keys.stream().allMatch(PinnedKeys::isStrong)) {
                throw new Refusal(setting + " is \"" + file + "\": expected a PEM file with public keys or certificates,"
                        + " EC of at least " + LEAST_EC_BITS + " bits or RSA of at least " + LEAST_RSA_BITS);
            }
            return List.copyOf(keys);
        } catch (IOException e) {
            throw new Refusal(setting + " is \"" + file + "\", which cannot be read", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Refusal(setting + " is \"" + file + "\", which holds something else than keys or certificates", e);
        }
    }

    private static PublicKey ofCertificate(byte[] bytes) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(bytes))
                .getPublicKey();
    }

    private static PublicKey key(byte[] bytes) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(bytes));
        } catch (InvalidKeySpecException e) {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
        }
    }

    private static boolean isStrong(PublicKey key) {
        return switch (key) {
            case ECPublicKey ec -> ec.getParams().getCurve().getField().getFieldSize() >= LEAST_EC_BITS;
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
            default -> false;
        };
    }
}
