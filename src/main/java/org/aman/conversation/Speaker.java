package org.aman.conversation;

import org.aman.language.Language;
import org.aman.message.Chat;
import org.aman.place.Place;
import org.aman.resident.Resident;
import org.jspecify.annotations.Nullable;

/**
 * Who is talking with us.
 *
 * @param language what to speak where their words do not decide it
 * @param resident what we keep of them; null for those who chose nothing yet, and in groups
 * @param group whether many people read the chat
 */
record Speaker(Chat chat, Language language, @Nullable Resident resident, boolean group) {
    /** The language they chose; null to follow their words. */
    @Nullable Language chosen() {
        return resident == null ? null : resident.language();
    }

    /** The area they chose; null for none. */
    Place.@Nullable Id place() {
        return resident == null ? null : resident.place();
    }
}
