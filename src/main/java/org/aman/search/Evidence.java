package org.aman.search;

/** How terms of different kinds are told apart on a {@link Card}. */
public final class Evidence {
    public static final String ROOT = "r:";
    public static final String SOUND = "k:";

    private Evidence() {}
}
