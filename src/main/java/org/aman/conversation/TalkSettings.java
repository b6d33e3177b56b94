package org.aman.conversation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.ZoneId;
import java.util.List;
import org.aman.language.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation says of itself.
 *
 * @param zone the time zone in which times are said to residents
 * @param operator who runs this installation, as residents should read it; null where it was not said
 * @param emergency whom residents in danger should reach
 * @param nearest the topics people look for the nearest of, offered in this order
 */
@ConfigurationProperties("aman")
record TalkSettings(
        @DefaultValue("Asia/Damascus") ZoneId zone,
        @Valid @Nullable Words operator,
        @Valid @DefaultValue Emergency emergency,
        @DefaultValue({"camp", "medical", "aid", "crossing"}) List<String> nearest) {

    TalkSettings {
        nearest = List.copyOf(nearest);
    }

    /** A text in both languages. */
    record Words(
            @NotBlank String ar, @NotBlank String en) {
        Bilingual bilingual() {
            return new Bilingual(ar, en);
        }
    }

    /** Whom residents in danger should reach, the first to be tried first; empty where none is configured. */
    record Emergency(@DefaultValue List<@Valid Contact> contacts) {
        Emergency {
            contacts = List.copyOf(contacts);
        }
    }

    /**
     * One who can help.
     *
     * @param reach a telephone number or a handle; empty where people know the way, or no number is public
     */
    record Contact(@Valid Words name, @DefaultValue("") String reach) {}
}
