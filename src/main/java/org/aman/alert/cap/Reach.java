package org.aman.alert.cap;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * To which addresses of the network a feed may lead. Whoever writes an address into a feed, or answers for its server's
 * name, could otherwise make this service ask machines that only this service can reach (A44).
 */
enum Reach {
    /** Only what anybody in the world can reach. */
    PUBLIC,
    /** This machine and private networks too. Never what is link-local: clouds tell secrets there. */
    PRIVATE_TOO;

    /** IANA's registries of special-purpose addresses, RFC 6890: what is not globally reachable. */
    private static final List<Block> SPECIAL = blocks("""
            0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
            192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
            2001::/23 2001:db8::/32 2002::/16 3fff::/20""");

    /** All of IPv6 that is given out; what tunnels or translates to IPv4 stands among the special ones. */
    private static final List<Block> GIVEN_OUT = blocks("2000::/3");

    private static final List<Block> PRIVATE =
            blocks("10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 172.16.0.0/12 192.168.0.0/16 ::1/128 fc00::/7");

    /** Whether it may be connected to. */
    boolean allows(InetAddress address) {
        byte[] bytes = address.getAddress();
        return isPublic(bytes) || (this == PRIVATE_TOO && isIn(PRIVATE, bytes));
    }

    private static boolean isPublic(byte[] address) {
        return !isIn(SPECIAL, address) && (address.length == 4 || isIn(GIVEN_OUT, address));
    }

    private static boolean isIn(List<Block> blocks, byte[] address) {
        return blocks.stream().anyMatch(block -> block.holds(address));
    }

    private static List<Block> blocks(String written) {
        return Stream.of(written.strip().split("\\s+")).map(Block::of).toList();
    }

    /** All addresses that begin with the same bits. */
    private record Block(byte[] start, int bits) {
        static Block of(String written) {
            String[] parts = written.split("/", 2);
            return new Block(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
