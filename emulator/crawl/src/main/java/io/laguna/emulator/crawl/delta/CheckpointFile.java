package io.laguna.emulator.crawl.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.crawl.CrawledObject;
import io.laguna.emulator.crawl.CrawledStore;
import io.laguna.emulator.crawl.parquet.ParquetRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * A checkpoint: a row for each action that still counts, in the form in which commits have them.
 *
 * @see <a href="https://github.com/delta-io/delta/blob/master/PROTOCOL.md#checkpoint-schema">Checkpoint schema</a>
 */
final class CheckpointFile {
    private static final Set<String> METADATA = Set.of("schemaString", "partitionColumns", "configuration");
    private static final Set<String> ADD = Set.of("path", "partitionValues", "deletionVector");

    private CheckpointFile() {}

    /** Returns the actions that say which columns the table has, and which files. */
    static List<JsonNode> read(CrawledStore store, CrawledObject file) throws IOException {
        List<JsonNode> actions = new ArrayList<>();
        ParquetRows.read(store, file, CheckpointFile::columns, row -> actions.add(json(row)));
        return actions;
    }

    private static MessageType columns(MessageType schema) {
        List<Type> columns = new ArrayList<>();
        for (Type column : schema.getFields()) {
            if (column.getName().equals("metaData")) {
                columns.add(part(column.asGroupType(), METADATA));
            } else if (column.getName().equals("add")) {
                columns.add(part(column.asGroupType(), ADD));
            }
        }
        return new MessageType(schema.getName(), columns);
    }

    private static Type part(GroupType action, Set<String> members) {
        return action.withNewFields(action.getFields().stream()
                .filter(member -> members.contains(member.getName()))
                .toList());
    }

    private static JsonNode json(Group group) {
        GroupType type = group.getType();
        if (type.getFieldCount() == 1 && type.getType(0).isRepetition(Type.Repetition.REPEATED)) {
            return entries(group);
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int field = 0; field < type.getFieldCount(); field++) {
            if (group.getFieldRepetitionCount(field) > 0) {
                object.set(type.getFieldName(field), value(group, field));
            }
        }
        return object;
    }

    /** Returns a list or a map: a group around one that is repeated, with one field or two. */
    private static JsonNode entries(Group group) {
        GroupType entry = group.getType().getType(0).asGroupType();
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < group.getFieldRepetitionCount(0); i++) {
            Group each = group.getGroup(0, i);
            if (entry.getFieldCount() == 1) {
                list.add(value(each, 0));
            } else if (each.getFieldRepetitionCount(1) > 0) {
                map.set(each.getString(0, 0), value(each, 1));
            }
        }
        return entry.getFieldCount() == 1 ? list : map;
    }

    private static JsonNode value(Group group, int field) {
        Type type = group.getType().getType(field);
        if (!type.isPrimitive()) {
            return json(group.getGroup(field, 0));
        }
        return JsonNodeFactory.instance.textNode(
                switch (type.asPrimitiveType().getPrimitiveTypeName()) {
                    case BINARY -> group.getString(field, 0);
                    case INT32, INT64, BOOLEAN, FLOAT, DOUBLE, INT96, FIXED_LEN_BYTE_ARRAY -> group.getValueToString(
                            field, 0);
                });
    }
}
