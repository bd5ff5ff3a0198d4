package io.laguna.redshift.load.unload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.redshift.load.value.ColumnType;
import java.util.List;

/**
 * The manifest of an UNLOAD.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html">UNLOAD, MANIFEST</a>
 */
public final class UnloadManifest {
    private static final JsonMapper JSON = new JsonMapper();

    private UnloadManifest() {}

    /**
     * Returns a manifest's text.
     *
     * @param prefix the url that files' names follow
     * @param lengths whether files' lengths are in it, which a COPY of a column store needs
     * @param verbose whether columns, rows and the author are
     */
    public static String of(
            String prefix, List<WrittenFile> files, List<Column> columns, boolean lengths, boolean verbose) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode entries = root.putArray("entries");
        for (WrittenFile file : files) {
            ObjectNode entry = entries.addObject().put("url", prefix + file.name());
            if (lengths || verbose) {
                ObjectNode meta = entry.putObject("meta").put("content_length", file.bytes());
                if (verbose) {
                    meta.put("record_count", file.rows());
                }
            }
        }
        if (verbose) {
            ArrayNode elements = root.putObject("schema").putArray("elements");
            columns.forEach(column ->
                    type(elements.addObject().put("name", column.name()).putObject("type"), column.type()));
            root.putObject("meta")
                    .put(
                            "content_length",
                            files.stream().mapToLong(WrittenFile::bytes).sum())
                    .put(
                            "record_count",
                            files.stream().mapToLong(WrittenFile::rows).sum());
            root.putObject("author").put("name", "Amazon Redshift").put("version", "1.0.0");
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void type(ObjectNode node, ColumnType type) {
        switch (type.kind()) {
            case SMALLINT -> node.put("base", "smallint");
            case INTEGER -> node.put("base", "integer");
            case BIGINT -> node.put("base", "bigint");
            case DECIMAL -> node.put("base", "numeric")
                    .put("precision", type.length())
                    .put("scale", type.scale());
            case REAL -> node.put("base", "real");
            case DOUBLE -> node.put("base", "double precision");
            case BOOLEAN -> node.put("base", "boolean");
            case CHAR -> node.put("base", "character").put("max_length", type.length());
            case VARCHAR -> node.put("base", "character varying").put("max_length", type.length());
            case DATE -> node.put("base", "date");
            case TIMESTAMP -> node.put("base", "timestamp without time zone");
            case TIMESTAMPTZ -> node.put("base", "timestamp with time zone");
            case TIME -> node.put("base", "time without time zone");
            case TIMETZ -> node.put("base", "time with time zone");
            case SUPER -> node.put("base", "super");
            case VARBYTE -> node.put("base", "binary varying").put("max_length", type.length());
        }
    }
}
