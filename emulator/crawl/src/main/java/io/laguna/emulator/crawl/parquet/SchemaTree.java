package io.laguna.emulator.crawl.parquet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/** The schema of a file as a tree, without the annotations that say how values are shown. */
final class SchemaTree {
    private SchemaTree() {}

    /** Returns the tree of a footer's elements, each of which has the number of its children. */
    static MessageType of(List<SchemaElement> elements) {
        Iterator<SchemaElement> rest = elements.iterator();
        SchemaElement root = rest.next();
        return new MessageType(root.getName(), children(root, rest));
    }

    private static List<Type> children(SchemaElement parent, Iterator<SchemaElement> rest) {
        List<Type> children = new ArrayList<>();
        for (int i = 0; i < parent.getNum_children(); i++) {
            children.add(type(rest.next(), rest));
        }
        return children;
    }

    private static Type type(SchemaElement element, Iterator<SchemaElement> rest) {
        Repetition repetition = Repetition.valueOf(element.getRepetition_type().name());
        return element.isSetType()
                ? new PrimitiveType(repetition, primitive(element), element.getType_length(), element.getName())
                : new GroupType(repetition, element.getName(), children(element, rest));
    }

    private static PrimitiveTypeName primitive(SchemaElement element) {
        return switch (element.getType()) {
            case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
            case INT32 -> PrimitiveTypeName.INT32;
            case INT64 -> PrimitiveTypeName.INT64;
            case INT96 -> PrimitiveTypeName.INT96;
            case FLOAT -> PrimitiveTypeName.FLOAT;
            case DOUBLE -> PrimitiveTypeName.DOUBLE;
            case BYTE_ARRAY -> PrimitiveTypeName.BINARY;
            case FIXED_LEN_BYTE_ARRAY -> PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
        };
    }
}
