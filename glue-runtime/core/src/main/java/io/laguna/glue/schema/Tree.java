package io.laguna.glue.schema;

import io.laguna.glue.schema.GlueType.ArrayType;
import io.laguna.glue.schema.GlueType.Atomic;
import io.laguna.glue.schema.GlueType.ChoiceType;
import io.laguna.glue.schema.GlueType.DecimalType;
import io.laguna.glue.schema.GlueType.MapType;
import io.laguna.glue.schema.GlueType.SetType;
import io.laguna.glue.schema.GlueType.StructType;

/** The text of {@code printSchema}: a line per field, and below a choice a line per type. */
final class Tree {
    private final StringBuilder text = new StringBuilder("root\n");

    private Tree() {}

    static String text(GlueType type) {
        Tree tree = new Tree();
        tree.below("", type);
        return tree.text.toString();
    }

    private void below(String indent, GlueType type) {
        if (type instanceof StructType struct) {
            struct.fields().forEach((name, field) -> line(indent, name + ": ", field));
        } else if (type instanceof ChoiceType choice) {
            choice.choices().values().forEach(each -> line(indent, "", each));
        } else if (type instanceof ArrayType array) {
            line(indent, "element: ", array.element());
        } else if (type instanceof SetType set) {
            line(indent, "element: ", set.element());
        } else if (type instanceof MapType map) {
            line(indent, "keyType: ", Atomic.STRING);
            line(indent, "valueType: ", map.value());
        }
    }

    private void line(String indent, String label, GlueType type) {
        text.append(indent).append("|-- ").append(label).append(name(type)).append('\n');
        below(indent + "|    ", type);
    }

    private static String name(GlueType type) {
        return type instanceof DecimalType decimal
                ? "decimal(" + decimal.precision() + "," + decimal.scale() + ")"
                : type.typeName();
    }
}
