package org.aman.console;

import org.aman.knowledge.Life;

/** The looks of a state: a shape and a colour each, so that neither is needed to tell them apart. */
final class Badges {
    private Badges() {}

    static String of(Life life) {
        return switch (life) {
            case DRAFT, DISCARDED -> "draft";
            case IN_REVIEW, APPROVED -> "review";
            case PUBLISHED -> "published";
            case HELD -> "held";
            case EXPIRED -> "expired";
            case SUPERSEDED -> "superseded";
            case WITHDRAWN -> "withdrawn";
        };
    }
}
