package io.laguna.glue.bookmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the rows of a table have been read.
 *
 * @param run how many runs have read them
 * @param start the start of the last run
 * @param keys the columns whose values grow or shrink
 * @param literals their last values, as SQL
 */
public record KeyState(long run, Instant start, List<String> keys, List<String> literals) {
    static final String CLASS = "JdbcDataSourceJobBookmarkState";
    private static final ObjectMapper JSON = new ObjectMapper();

    static KeyState of(Map<String, String> texts) {
        return new KeyState(
                Long.parseLong(texts.getOrDefault("RUN", "0")),
                Instant.parse(texts.get("CURR_RUN_START_TIME")),
                list(texts.get("KEYS")),
                list(texts.get("VALUES")));
    }

    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("RUN", Long.toString(run));
        texts.put("CURR_RUN_START_TIME", start.toString());
        texts.put("KEYS", text(keys));
        texts.put("VALUES", text(literals));
        return texts;
    }

    private static List<String> list(String text) {
        try {
            return JSON.readValue(text, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A bookmark has no list: " + text, e);
        }
    }

    private static String text(List<String> list) {
        try {
            return JSON.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of texts is JSON", e);
        }
    }
}
