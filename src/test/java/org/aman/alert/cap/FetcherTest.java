package org.aman.alert.cap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers of others may hang, flood or lead astray: it ends, and says why. */
class FetcherTest {
    private static final int MOST = 100_000;

    private final ForeignService service = new ForeignService();

    @AfterEach
    void close() {
        service.close();
    }

    private static Fetcher patient() {
        return fetcher(Duration.ofSeconds(20), Duration.ofSeconds(30), okhttp3.Dns.SYSTEM);
    }

    private static Fetcher fetcher(Duration read, Duration total, okhttp3.Dns names) {
        return new Fetcher(new Fetcher.Limits(Duration.ofSeconds(5), read, total, MOST), names);
    }

    private static Reason refusal(Fetcher fetcher, URI address, Reach reach) {
        return catchThrowableOfType(Refused.class, () -> fetcher.fetch(address, Fetcher.Marks.NONE, reach))
                .reason();
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() {
        service.hangs("/cap");

        Fetcher hasty = fetcher(Duration.ofMillis(200), Duration.ofSeconds(30), okhttp3.Dns.SYSTEM);
        assertThat(refusal(hasty, service.at("/cap"), Reach.PRIVATE_TOO)).isEqualTo(Reason.TOO_SLOW);
    }

    @Test
    void aServerThatNeverComesToAnEndIsGivenUpThoughItIsNeverSilent() {
        service.dribbles("/cap");

        Fetcher hasty = fetcher(Duration.ofSeconds(30), Duration.ofMillis(400), okhttp3.Dns.SYSTEM);
        assertThat(refusal(hasty, service.at("/cap"), Reach.PRIVATE_TOO)).isEqualTo(Reason.TOO_SLOW);
    }

    @Test
    void a43_aServerThatFloodsIsReadNoFurtherThanTheLimit() {
        service.floods("/cap");

        assertThat(refusal(patient(), service.at("/cap"), Reach.PRIVATE_TOO)).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void nobodyThereIsSaid() {
        int port = service.port();
        service.close();

        assertThat(refusal(patient(), URI.create("http://127.0.0.1:" + port + "/"), Reach.PRIVATE_TOO))
                .isEqualTo(Reason.UNREACHABLE);
    }

    /** Anybody can make a certificate for any name: it counts only where somebody known vouches for it. */
    @Test
    void aServerWhoseNameNobodyVouchesForIsRefused(@TempDir Path folder) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.setHttpsConfigurator(new HttpsConfigurator(selfMade(folder.resolve("keys"))));
        server.start();
        try {
            assertThat(refusal(patient(), URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/"), Reach.PRIVATE_TOO))
                    .isEqualTo(Reason.CERTIFICATE);
        } finally {
            server.stop(0);
        }
    }

    private static SSLContext selfMade(Path keys) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair", "-alias", "a", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=127.0.0.1",
                        "-ext", "san=ip:127.0.0.1", "-keystore", keys.toString(), "-storepass", "changeit")
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        char[] password = "changeit".toCharArray();
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(KeyStore.getInstance(keys.toFile(), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void notChangedIsBelievedOnlyFromWhoWasAsked() {
        service.offers("/cap", "x", "\"v1\"", "Sun, 12 Jan 2020 15:00:00 GMT");

        assertThat(refusal(patient(), service.at("/nowhere"), Reach.PRIVATE_TOO)).isEqualTo(Reason.HTTP_STATUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"})
    void a44_thisMachineIsNotAskedUnlessTheOperatorSaysSo(String host) {
        URI address = URI.create("http://127.0.0.1:" + service.port() + "/cap");
        String written = address.toString().replace("127.0.0.1", host);

        assertThat(catchThrowableOfType(
                                Refused.class,
                                () -> patient().fetch(URI.create(written), Fetcher.Marks.NONE, Reach.PUBLIC))
                        .reason())
                .isIn(Reason.FORBIDDEN_ADDRESS, Reason.UNREACHABLE);
        assertThat(service.asked).isEmpty();
    }

    @Test
    void a44_aNameThatResolvesToThisMachineIsRefused() {
        Fetcher misled = fetcher(Duration.ofSeconds(5), Duration.ofSeconds(10), name -> List.of(
                InetAddress.getLoopbackAddress(), InetAddress.ofLiteral("10.0.0.1"), InetAddress.ofLiteral("169.254.169.254")));
        service.offers("/cap", "secret");

        assertThat(refusal(misled, URI.create("http://feed.example:" + service.port() + "/cap"), Reach.PUBLIC))
                .isEqualTo(Reason.FORBIDDEN_ADDRESS);
        assertThat(service.asked).isEmpty();
    }

    /** The name answers well when it is looked at and ill when it is used: only what is connected to counts. */
    @Test
    void a44_aNameThatTurnsRoundAfterwardsIsRefusedWhenItIsConnectedTo() {
        try (var socket = new GuardedSockets(Reach.PUBLIC).createSocket()) {
            assertThatThrownBy(() -> socket.connect(
                            new InetSocketAddress(InetAddress.getByAddress("good.example", new byte[] {127, 0, 0, 1}),
                                    service.port()), 1_000))
                    .isInstanceOf(GuardedSockets.Forbidden.class);
            assertThat(socket.isConnected()).isFalse();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.255.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1",
                "192.0.2.1", "198.18.0.1", "203.0.113.9", "224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "fd12::1",
                "ff02::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "2001:db8::1"
            })
    void a44_addressesThatNotAnybodyCanReachAreRefused(String address) {
        assertThat(Reach.PUBLIC.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"})
    void addressesOfTheWorldAreAllowed(String address) {
        assertThat(Reach.PUBLIC.allows(InetAddress.ofLiteral(address))).isTrue();
        assertThat(Reach.PRIVATE_TOO.allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "fe80::1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::"})
    void a44_linkLocalAddressesAreNeverAllowed(String address) {
        assertThat(Reach.PRIVATE_TOO.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "127.0.0.1", "192.168.1.1", "::1", "fd12::1"})
    void privateNetworksAreAllowedWhereTheOperatorSaysSo(String address) {
        assertThat(Reach.PRIVATE_TOO.allows(InetAddress.ofLiteral(address))).isTrue();
    }
}
