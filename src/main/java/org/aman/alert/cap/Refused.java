package org.aman.alert.cap;

import java.util.List;

/** A document is not taken, with everything that is wrong with it. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    Refused(Reason reason) {
        this(List.of(new Fault("", reason)));
    }

    Refused(List<Fault> faults) {
        super("Refused: " + faults);
        this.faults = List.copyOf(faults);
    }

    /** All of them, at least one. */
    public List<Fault> faults() {
        return faults;
    }

    /** The first reason. */
    public Reason reason() {
        return faults.getFirst().reason();
    }
}
