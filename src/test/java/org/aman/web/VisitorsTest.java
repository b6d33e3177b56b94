package org.aman.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VisitorsTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong nanoseconds = new AtomicLong();
    private final Visitors visitors = new Visitors(3, nanoseconds::get);

    private int admitted(String address, int times) {
        int admitted = 0;
        for (int i = 0; i < times; i++) {
            admitted += visitors.mayAsk(address) ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void aVisitorMayAskSoMuchAMinuteAndOthersAreNotHeldUp() {
        assertThat(admitted("192.0.2.1", 10)).isEqualTo(3);
        assertThat(admitted("192.0.2.2", 10)).isEqualTo(3);
    }

    @Test
    void afterAWhileTheyMayAskAgain() {
        admitted("192.0.2.1", 3);

        nanoseconds.addAndGet(20 * SECOND);

        assertThat(admitted("192.0.2.1", 10)).isEqualTo(1);
    }

    @Test
    void oneNetworkOfIpv6IsOneVisitor() {
        assertThat(admitted("2001:db8:1:2::1", 2) + admitted("2001:db8:1:2:ffff::9", 8)).isEqualTo(3);
        assertThat(admitted("2001:db8:1:3::1", 10)).isEqualTo(3);
    }

    @Test
    void whoeverComesWithManyAddressesTakesNoMoreMemory() {
        for (int i = 0; i < 30_000; i++) {
            visitors.mayAsk("10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256);
        }

        assertThat(visitors.known()).isEqualTo(20_000);
    }
}
