package org.aman.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Telegram's HTML as its server reads it: few tags, properly nested, four named entities. */
final class BotApiHtml {
    private static final Set<String> TAGS = Set.of("b", "strong", "i", "em", "u", "s", "code", "pre", "blockquote");
    private static final Map<String, String> ENTITIES = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");

    private BotApiHtml() {}

    /** What people see; empty where the server would refuse. */
    static Optional<String> plain(String html) {
        StringBuilder plain = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        for (int i = 0; i < html.length(); i++) {
            char sign = html.charAt(i);
            if (sign == '<') {
                int end = html.indexOf('>', i);
                if (end < 0) {
                    return Optional.empty();
                }
                String tag = html.substring(i + 1, end);
                boolean closing = tag.startsWith("/");
                String name = closing ? tag.substring(1) : tag;
                if (!TAGS.contains(name) || closing && !name.equals(open.peek())) {
                    return Optional.empty();
                }
                if (closing) {
                    open.pop();
                } else {
                    open.push(name);
                }
                i = end;
            } else if (sign == '&') {
                int end = html.indexOf(';', i);
                String entity = end < 0 ? null : ENTITIES.get(html.substring(i + 1, end));
                plain.append(entity == null ? "&" : entity);
                i = entity == null ? i : end;
            } else {
                plain.append(sign);
            }
        }
        return open.isEmpty() ? Optional.of(plain.toString()) : Optional.empty();
    }
}
