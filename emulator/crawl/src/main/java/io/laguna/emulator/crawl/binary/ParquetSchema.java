package io.laguna.emulator.crawl.binary;

import io.laguna.emulator.crawl.schema.Column;
import io.laguna.emulator.crawl.schema.ColumnType;
import io.laguna.emulator.crawl.schema.ColumnType.ArrayOf;
import io.laguna.emulator.crawl.schema.ColumnType.MapOf;
import io.laguna.emulator.crawl.schema.ColumnType.Member;
import io.laguna.emulator.crawl.schema.ColumnType.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;

/**
 * The columns of a Parquet schema, which is a tree in the order of its nodes, each with the number of its children.
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md">Logical types, lists and maps</a>
 */
final class ParquetSchema {
    private final List<SchemaElement> elements;
    private int next;

    private ParquetSchema(List<SchemaElement> elements) {
        this.elements = elements;
    }

    static ParquetSchema of(List<SchemaElement> elements) {
        return new ParquetSchema(elements);
    }

    List<Column> columns() {
        Node root = node();
        return root.children().stream()
                .map(child -> Column.of(child.element().getName(), type(child)))
                .toList();
    }

    private record Node(SchemaElement element, List<Node> children) {
        boolean isRepeated() {
            return element.getRepetition_type() == FieldRepetitionType.REPEATED;
        }
    }

    private Node node() {
        SchemaElement element = elements.get(next++);
        List<Node> children = new ArrayList<>();
        for (int i = 0; i < element.getNum_children(); i++) {
            children.add(node());
        }
        return new Node(element, children);
    }

    private static ColumnType type(Node node) {
        // A repeated field that is in no list is one itself.
        return node.isRepeated() ? new ArrayOf(single(node)) : single(node);
    }

    private static ColumnType single(Node node) {
        if (node.children().isEmpty()) {
            return ParquetTypes.of(node.element());
        }
        if (isList(node.element()) && node.children().get(0).isRepeated()) {
            return new ArrayOf(element(node, node.children().get(0)));
        }
        if (isMap(node.element()) && node.children().get(0).children().size() == 2) {
            List<Node> entry = node.children().get(0).children();
            return new MapOf(type(entry.get(0)), type(entry.get(1)));
        }
        return struct(node);
    }

    private static Struct struct(Node node) {
        return new Struct(node.children().stream()
                .map(child -> new Member(child.element().getName().toLowerCase(Locale.ROOT), type(child)))
                .toList());
    }

    /** Returns the type of an element; older writers leave out the level around it. */
    private static ColumnType element(Node list, Node repeated) {
        String name = repeated.element().getName();
        boolean isElement = repeated.children().size() != 1
                || name.equals("array")
                || name.equals(list.element().getName() + "_tuple");
        return isElement ? single(repeated) : type(repeated.children().get(0));
    }

    private static boolean isList(SchemaElement element) {
        return element.getConverted_type() == ConvertedType.LIST
                || (element.isSetLogicalType() && element.getLogicalType().isSetLIST());
    }

    private static boolean isMap(SchemaElement element) {
        return element.getConverted_type() == ConvertedType.MAP
                || element.getConverted_type() == ConvertedType.MAP_KEY_VALUE
                || (element.isSetLogicalType() && element.getLogicalType().isSetMAP());
    }
}
