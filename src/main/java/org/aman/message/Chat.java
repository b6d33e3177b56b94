package org.aman.message;

/**
 * Where a conversation takes place.
 *
 * @param channel the channel's name, such as {@code telegram}
 * @param address the channel's own name for the chat; it names a person and is stored only sealed
 */
public record Chat(String channel, String address) {
    /** Never the address: chat ids must not reach a log. */
    @Override
    public String toString() {
        return "Chat[" + channel + "]";
    }
}
