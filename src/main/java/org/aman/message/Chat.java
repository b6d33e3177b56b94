package org.aman.message;

/**
 * Where a conversation takes place.
 *
 * @param channel the channel's name, such as {@code telegram}
 * @param address the channel's own name for the chat; it names a person and is stored only sealed
 */
public record Chat(String channel, String address) {
    public Chat {
        if (channel.indexOf(':') >= 0) {
            throw new IllegalArgumentException("A channel's name has no colon: " + channel);
        }
    }

    /** The chat that {@link #joined} wrote. */
    public static Chat of(String joined) {
        int colon = joined.indexOf(':');
        return new Chat(joined.substring(0, colon), joined.substring(colon + 1));
    }

    /** Channel and address in one text, made to be sealed: never store or log it open. */
    public String joined() {
        return channel + ":" + address;
    }

    /** Never the address: chat ids must not reach a log. */
    @Override
    public String toString() {
        return "Chat[" + channel + "]";
    }
}
