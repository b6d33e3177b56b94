package org.aman.alert.cap;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From which other alerting services warnings are taken over as drafts.
 *
 * @param feeds none where nothing is taken over
 */
@ConfigurationProperties("aman.cap")
record FeedSettings(@DefaultValue List<@Valid Entry> feeds) {
    FeedSettings {
        feeds = List.copyOf(feeds);
    }

    /**
     * One of them.
     *
     * @param address of its Atom feed, or of a document that is always its latest
     * @param sender the one sender whose messages are taken from there
     * @param key a PEM file with the public keys or certificates with which it signs
     * @param every how often to look; 1 minute to 1 day
     * @param plainHttp whether the address may begin with http: everybody on the way can then read along, and hold back
     * @param privateNetwork whether it may lie on this machine or in a private network
     */
    record Entry(
            @NotBlank @Pattern(regexp = "https?://[^/?#@\\s]+(/[^#\\s]*)?") String address,
            @NotBlank @Pattern(regexp = "[^\\s,<&]{1,200}") String sender,
            @NotNull Path key,
            @DefaultValue("5m") Duration every,
            @DefaultValue("false") boolean plainHttp,
            @DefaultValue("false") boolean privateNetwork) {}
}
