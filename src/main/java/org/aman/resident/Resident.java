package org.aman.resident;

import org.aman.language.Language;
import org.aman.message.Chat;
import org.aman.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * Someone who chose to be remembered: a chat, its language, its area. Nothing else is kept.
 *
 * @param id random; says nothing about the chat
 */
public record Resident(Id id, Chat chat, Language language, Place.@Nullable Id place) {
    /** Our own random name for a resident. */
    public record Id(String value) {}
}
