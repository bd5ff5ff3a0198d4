package io.laguna.redshift.load.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the members of a document become the values of columns. */
public sealed interface Assignment {
    /**
     * Each column takes the member of its name.
     *
     * @param names the columns' names
     */
    record ByName(List<String> names, boolean ignoresCase) implements Assignment {
        @Override
        public void assign(JsonNode document, JsonNode[] values) {
            if (!ignoresCase) {
                for (int i = 0; i < values.length; i++) {
                    JsonNode member = document.get(names.get(i));
                    values[i] = member == null ? MissingNode.getInstance() : member;
                }
                return;
            }
            Map<String, JsonNode> folded = new HashMap<>();
            document.fields()
                    .forEachRemaining(
                            member -> folded.put(member.getKey().toLowerCase(Locale.ROOT), member.getValue()));
            for (int i = 0; i < values.length; i++) {
                values[i] = folded.getOrDefault(names.get(i).toLowerCase(Locale.ROOT), MissingNode.getInstance());
            }
        }

        @Override
        public boolean wantsObject() {
            return true;
        }
    }

    /** Each column takes what its path leads to. */
    record ByPath(List<JsonPath> paths) implements Assignment {
        @Override
        public void assign(JsonNode document, JsonNode[] values) {
            for (int i = 0; i < values.length; i++) {
                values[i] = paths.get(i).in(document);
            }
        }
    }

    /** One column takes the whole document. */
    record Whole() implements Assignment {
        @Override
        public void assign(JsonNode document, JsonNode[] values) {
            values[0] = document;
        }
    }

    /** Sets the value of each column; a missing node where there is none. */
    void assign(JsonNode document, JsonNode[] values);

    /** Tells whether a document that is no object is refused. */
    default boolean wantsObject() {
        return false;
    }

    /**
     * Reads a JSONPaths file.
     *
     * @param columns how many paths it has to have
     */
    static Assignment paths(byte[] file, int columns) throws InvalidPaths {
        JsonNode root;
        try {
            root = new JsonMapper().readTree(new String(file, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new InvalidPaths("Invalid JSONPaths file: " + e.getOriginalMessage());
        }
        JsonNode list = root.path("jsonpaths");
        if (!list.isArray()) {
            throw new InvalidPaths("Invalid JSONPaths file: it has no array jsonpaths");
        }
        if (list.size() != columns) {
            throw new InvalidPaths("Number of jsonpaths and the number of columns should match. JSONPath size: "
                    + list.size() + ", Number of columns in table or column list: " + columns);
        }
        List<JsonPath> paths = new ArrayList<>();
        for (JsonNode path : list) {
            paths.add(JsonPath.of(path.asText()));
        }
        return new ByPath(List.copyOf(paths));
    }
}
