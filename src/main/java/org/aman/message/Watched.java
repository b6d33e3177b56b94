package org.aman.message;

/** Something whose threads must live as long as the service: without them nobody would be told any more. */
public interface Watched {
    Vigil vigil();
}
