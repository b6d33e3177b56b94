package org.aman.alert.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.aman.database.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operator writes about feeds: taken as meant, or the start stops with one line. */
class ForeignFeedTest {
    private static final KeyPair KEYS = CapDocumentTest.keys();

    @TempDir
    Path folder;

    private Path pem(String name, PublicKey... keys) throws IOException {
        StringBuilder text = new StringBuilder();
        for (PublicKey key : keys) {
            text.append("-----BEGIN PUBLIC KEY-----\n")
                    .append(Base64.getMimeEncoder().encodeToString(key.getEncoded()))
                    .append("\n-----END PUBLIC KEY-----\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private static PublicKey rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair().getPublic();
    }

    private static List<ForeignFeed> feeds(String address, Path key, Duration every, boolean plain) {
        return ForeignFeed.of(new FeedSettings(
                List.of(new FeedSettings.Entry(address, "alerts.example", key, every, plain, false))));
    }

    @Test
    void aFeedIsTakenAsWritten() throws Exception {
        PublicKey second = rsa(2048);
        ForeignFeed feed = feeds(
                        "https://alerts.example/cap?lang=ar", pem("two.pem", KEYS.getPublic(), second), Duration.ofMinutes(5), false)
                .getFirst();

        assertThat(feed.keys()).containsExactly(KEYS.getPublic(), second);
        assertThat(feed.reach()).isEqualTo(Reach.PUBLIC);
        assertThat(feed.isHome(java.net.URI.create("https://ALERTS.example/1"))).isTrue();
        assertThat(feed.isHome(java.net.URI.create("https://alerts.example:8443/1"))).isFalse();
        assertThat(feed.isHome(java.net.URI.create("http://alerts.example/1"))).isFalse();
        assertThat(feed.isHome(java.net.URI.create("https://me@alerts.example/1"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://alerts.example/cap, PT5M, address, expected https",
        "https://alerts.example/cap, PT5S, every, expected 1m to 1d",
        "https://alerts.example/cap, P2D, every, expected 1m to 1d",
        "https:///cap, PT5M, address, expected",
        "https://a b/cap, PT5M, address, expected an address",
    })
    void aSettingThatCannotBeMeantSoStopsTheStartWithOneLine(String address, Duration every, String name, String expected)
            throws Exception {
        Path key = pem("key.pem", KEYS.getPublic());

        assertThatThrownBy(() -> feeds(address, key, every, false))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("aman.cap.feeds[0]." + name + " is \"")
                .hasMessageContaining(expected)
                .hasMessageNotContaining("\n");
    }

    @Test
    void plainHttpIsTakenWhereTheOperatorSaysSo() throws Exception {
        assertThat(feeds("http://alerts.example/cap", pem("key.pem", KEYS.getPublic()), Duration.ofMinutes(1), true))
                .hasSize(1);
    }

    @Test
    void oneAddressTwiceStopsTheStart() throws Exception {
        FeedSettings.Entry one = new FeedSettings.Entry(
                "https://a.example/", "a.example", pem("key.pem", KEYS.getPublic()), Duration.ofMinutes(5), false, false);

        assertThatThrownBy(() -> ForeignFeed.of(new FeedSettings(List.of(one, one))))
                .isInstanceOf(Refusal.class)
                .hasMessage("aman.cap.feeds[1].address is there twice: https://a.example/");
    }

    @Test
    void aKeyFileThatHoldsNoGoodKeyStopsTheStart() throws Exception {
        Path missing = folder.resolve("missing.pem");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");
        Path broken = Files.writeString(
                folder.resolve("broken.pem"), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
        Path weak = pem("weak.pem", rsa(1024));

        assertThatThrownBy(() -> PinnedKeys.in(missing, "key")).isInstanceOf(Refusal.class).hasMessageEndingWith("cannot be read");
        assertThatThrownBy(() -> PinnedKeys.in(empty, "key")).isInstanceOf(Refusal.class).hasMessageContaining("expected a PEM file");
        assertThatThrownBy(() -> PinnedKeys.in(broken, "key")).isInstanceOf(Refusal.class).hasMessageContaining("something else");
        assertThatThrownBy(() -> PinnedKeys.in(weak, "key")).isInstanceOf(Refusal.class).hasMessageContaining("at least 2048");
    }

    /** Made with keytool -genkeypair -alias a -keyalg EC -groupname secp256r1 -dname CN=alerts.example -validity 36500. */
    @Test
    void ofACertificateItsKeyCounts() {
        assertThat(PinnedKeys.in(Path.of("src/test/resources/cap/neighbour.pem"), "key")).singleElement()
                .satisfies(key -> assertThat(key.getAlgorithm()).isEqualTo("EC"));
    }
}
