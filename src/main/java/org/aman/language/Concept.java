package org.aman.language;

import org.jspecify.annotations.Nullable;

/**
 * One thing people mean, whatever words and language they say it in.
 *
 * @param id its name in the lexicon
 * @param group what sort of thing it is, such as attack, question, social
 * @param emergency whether to say it may be a plea for help now
 * @param within the wider concept it is a particular thing of, as insulin is of medicine; null for most. Who asks for it asks
 *     about the topics of the wider one, but only what speaks of the very thing is an answer
 */
public record Concept(String id, String group, boolean emergency, @Nullable String within) {}
