package org.aman.alert.cap;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a message. What stands inside the document itself ({@code derefUri}) is not taken over: nobody
 * here would show it.
 *
 * @param mimeType such as {@code image/png}
 * @param size in bytes, as the sender says
 * @param digest SHA-1, as the sender says
 */
public record CapResource(
        String description,
        String mimeType,
        @Nullable Long size,
        @Nullable URI uri,
        @Nullable String digest) {
    Optional<String> written() {
        return Optional.ofNullable(uri).map(URI::toString);
    }
}
