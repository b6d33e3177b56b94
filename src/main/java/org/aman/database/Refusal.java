package org.aman.database;

/** Why the service does not start: one line for the operator, with what to do. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String line) {
        super(line);
    }

    public Refusal(String line, Throwable cause) {
        super(line, cause);
    }
}
