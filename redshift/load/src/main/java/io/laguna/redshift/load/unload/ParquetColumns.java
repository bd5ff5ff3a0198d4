package io.laguna.redshift.load.unload;

import io.laguna.redshift.load.parquet.PhysicalTypes;
import io.laguna.redshift.load.value.ColumnType;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** The columns of a query as those of a Parquet file of format version 1. */
final class ParquetColumns {
    /** The bytes of a decimal that is too large for a long. */
    static final int DECIMAL_BYTES = 16;

    private static final int DIGITS_OF_LONG = 18;
    private static final int DIGITS_OF_INT = 9;

    private ParquetColumns() {}

    static MessageType schema(List<Column> columns) {
        List<org.apache.parquet.schema.Type> types = new ArrayList<>();
        columns.forEach(column -> types.add(type(column)));
        return new MessageType("schema", types);
    }

    private static PrimitiveType type(Column column) {
        ColumnType type = column.type();
        return switch (type.kind()) {
            case SMALLINT -> plain(PrimitiveTypeName.INT32, column, LogicalTypeAnnotation.intType(16, true));
            case INTEGER -> Types.primitive(PrimitiveTypeName.INT32, Repetition.OPTIONAL)
                    .named(column.name());
            case BIGINT -> Types.primitive(PrimitiveTypeName.INT64, Repetition.OPTIONAL)
                    .named(column.name());
            case DECIMAL -> decimal(column);
            case REAL -> Types.primitive(PrimitiveTypeName.FLOAT, Repetition.OPTIONAL)
                    .named(column.name());
            case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, Repetition.OPTIONAL)
                    .named(column.name());
            case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, Repetition.OPTIONAL)
                    .named(column.name());
            case CHAR, VARCHAR, SUPER, TIMETZ -> plain(
                    PrimitiveTypeName.BINARY, column, LogicalTypeAnnotation.stringType());
            case VARBYTE -> Types.primitive(PrimitiveTypeName.BINARY, Repetition.OPTIONAL)
                    .named(column.name());
            case DATE -> plain(PrimitiveTypeName.INT32, column, LogicalTypeAnnotation.dateType());
            case TIMESTAMP, TIMESTAMPTZ -> plain(
                    PrimitiveTypeName.INT64,
                    column,
                    LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS));
            case TIME -> plain(
                    PrimitiveTypeName.INT64,
                    column,
                    LogicalTypeAnnotation.timeType(true, LogicalTypeAnnotation.TimeUnit.MICROS));
        };
    }

    private static PrimitiveType plain(PrimitiveTypeName name, Column column, LogicalTypeAnnotation annotation) {
        return Types.primitive(name, Repetition.OPTIONAL).as(annotation).named(column.name());
    }

    private static PrimitiveType decimal(Column column) {
        int precision = column.type().length();
        LogicalTypeAnnotation annotation =
                LogicalTypeAnnotation.decimalType(column.type().scale(), precision);
        if (precision <= DIGITS_OF_LONG) {
            return plain(
                    precision <= DIGITS_OF_INT ? PrimitiveTypeName.INT32 : PrimitiveTypeName.INT64, column, annotation);
        }
        return Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, Repetition.OPTIONAL)
                .length(DECIMAL_BYTES)
                .as(annotation)
                .named(column.name());
    }

    /** Returns a schema as a footer has it. */
    static List<SchemaElement> elements(MessageType schema) {
        List<SchemaElement> elements = new ArrayList<>();
        SchemaElement root = new SchemaElement(schema.getName());
        root.setNum_children(schema.getFieldCount());
        elements.add(root);
        for (org.apache.parquet.schema.Type field : schema.getFields()) {
            PrimitiveType type = field.asPrimitiveType();
            SchemaElement element = new SchemaElement(field.getName());
            element.setRepetition_type(FieldRepetitionType.OPTIONAL);
            element.setType(PhysicalTypes.ofFooter(type.getPrimitiveTypeName()));
            if (type.getPrimitiveTypeName() == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY) {
                element.setType_length(type.getTypeLength());
            }
            annotate(element, type.getLogicalTypeAnnotation());
            elements.add(element);
        }
        return elements;
    }

    private static void annotate(SchemaElement element, LogicalTypeAnnotation annotation) {
        if (annotation instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation decimal) {
            element.setConverted_type(ConvertedType.DECIMAL);
            element.setPrecision(decimal.getPrecision());
            element.setScale(decimal.getScale());
        } else if (annotation instanceof LogicalTypeAnnotation.IntLogicalTypeAnnotation) {
            element.setConverted_type(ConvertedType.INT_16);
        } else if (annotation instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation) {
            element.setConverted_type(ConvertedType.UTF8);
        } else if (annotation instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
            element.setConverted_type(ConvertedType.DATE);
        } else if (annotation instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation) {
            element.setConverted_type(ConvertedType.TIMESTAMP_MICROS);
        } else if (annotation instanceof LogicalTypeAnnotation.TimeLogicalTypeAnnotation) {
            element.setConverted_type(ConvertedType.TIME_MICROS);
        }
    }
}
