package org.aman.staff;

/**
 * A browser.
 *
 * @param kind {@code phone} or {@code computer}
 * @param cookie the random cookie it was given
 */
public record Device(String kind, String cookie) {
    /** What is kept to recognise it. */
    String trace() {
        return "device " + Secrets.hash(cookie);
    }

    /** Never the cookie. */
    @Override
    public String toString() {
        return "Device[" + kind + "]";
    }
}
