package org.aman.search;

import org.aman.knowledge.Update;
import tools.jackson.databind.json.JsonMapper;

/** An update as the index stores it. */
final class Content {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Content() {}

    static byte[] written(Update update) {
        return JSON.writeValueAsBytes(update);
    }

    static Update read(byte[] content) {
        return JSON.readValue(content, Update.class);
    }
}
