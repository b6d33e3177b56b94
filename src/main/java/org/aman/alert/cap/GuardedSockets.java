package org.aman.alert.cap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Connections that look at the address at the very moment of connecting: whatever a name meant before or means
 * afterwards, the address that was checked is the one that is connected to.
 */
final class GuardedSockets extends SocketFactory {
    private final Reach reach;

    GuardedSockets(Reach reach) {
        this.reach = reach;
    }

    /** The way leads where it may not. */
    static final class Forbidden extends IOException {
        private static final long serialVersionUID = 1L;

        Forbidden() {
            super("An address that feeds may not lead to");
        }
    }

    private final class Guarded extends Socket {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress address)
                    || address.getAddress() == null
                    || !reach.allows(address.getAddress())) {
                throw new Forbidden();
            }
            super.connect(endpoint, timeout);
        }
    }

    /** Not yet connected. */
    @Override
    public Socket createSocket() {
        return new Guarded();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }
}
