package org.aman.search;

/**
 * An update that could answer, with what the index scored it.
 *
 * @param document the index's own number for it, to read the whole update
 */
public record Hit(Card card, float score, int document) {}
