package org.aman.language;

/**
 * One thing people mean, whatever words and language they say it in.
 *
 * @param id its name in the lexicon
 * @param group what sort of thing it is, such as attack, question, social
 * @param emergency whether to say it may be a plea for help now
 */
public record Concept(String id, String group, boolean emergency) {}
