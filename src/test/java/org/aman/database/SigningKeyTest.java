package org.aman.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key that speaks in our name: made once, kept from others, never replaced in silence. */
class SigningKeyTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("aman.key.signing");
    }

    @Test
    void p19TheKeyIsMadeOnTheFirstStartReadableToItsOwnerOnly() throws Exception {
        KeyPair pair = SigningKey.in(file).pair();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(((ECPublicKey) pair.getPublic()).getParams().getCurve().getField().getFieldSize()).isEqualTo(256);
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing is left of making it").containsExactly(file);
        }
    }

    @Test
    void theNextStartSpeaksWithTheSameKey() {
        KeyPair first = SigningKey.in(file).pair();

        assertThat(SigningKey.in(file).pair().getPublic()).isEqualTo(first.getPublic());
        assertThat(SigningKey.in(file).pair().getPrivate()).isEqualTo(first.getPrivate());
    }

    @Test
    void othersCheckWithThePublicHalf() throws Exception {
        SigningKey key = SigningKey.in(file);
        String pem = key.publicPem().replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        var published = KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key.pair().getPrivate());
        signature.update((byte) 7);
        byte[] signed = signature.sign();

        signature.initVerify(published);
        signature.update((byte) 7);

        assertThat(signature.verify(signed)).isTrue();
        assertThat(key.publicPem()).doesNotContain("PRIVATE");
    }

    @Test
    void p19TheKeyPrintsAsNothing() {
        assertThat(SigningKey.in(file)).hasToString("SigningKey[hidden]");
    }

    @Test
    void aKeyThatOthersCanReadIsRefused() throws Exception {
        SigningKey.in(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> SigningKey.in(file)).isInstanceOf(Refusal.class).hasMessageContaining("chmod 600");
    }

    /** A new key in place of a damaged one would make all that was signed look forged. */
    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"})
    void aDamagedKeyIsRefusedAndLeftAsItIs(String content) throws Exception {
        SigningKey.in(file);
        Files.writeString(file, content);

        assertThatThrownBy(() -> SigningKey.in(file)).isInstanceOf(Refusal.class).hasMessageContaining("is damaged");
        assertThat(file).hasContent(content);
    }

    @Test
    void ofManyWhoStartAtOnceAllSpeakWithOneKey() throws Exception {
        List<List<KeyPair>> rounds = Fight.of(round -> SigningKey.in(folder.resolve("key-" + round)).pair());

        for (List<KeyPair> round : rounds) {
            assertThat(round.stream().map(KeyPair::getPublic).distinct()).hasSize(1);
        }
    }
}
