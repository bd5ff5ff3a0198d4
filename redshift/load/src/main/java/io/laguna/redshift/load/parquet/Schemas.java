package io.laguna.redshift.load.parquet;

import io.laguna.redshift.load.plan.FileRefused;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The schema of a footer, which is a list, as a tree. */
final class Schemas {
    private Schemas() {}

    static MessageType of(List<SchemaElement> elements) throws FileRefused {
        Iterator<SchemaElement> iterator = elements.iterator();
        SchemaElement root = iterator.next();
        return new MessageType(root.getName(), children(root, iterator));
    }

    private static List<Type> children(SchemaElement parent, Iterator<SchemaElement> elements) throws FileRefused {
        List<Type> children = new ArrayList<>();
        for (int i = 0; i < parent.getNum_children(); i++) {
            children.add(type(elements.next(), elements));
        }
        return children;
    }

    private static Type type(SchemaElement element, Iterator<SchemaElement> elements) throws FileRefused {
        Type.Repetition repetition =
                Type.Repetition.valueOf(element.getRepetition_type().name());
        Optional<LogicalTypeAnnotation> annotation = annotation(element);
        if (!element.isSetType()) {
            Types.GroupBuilder<?> group = Types.buildGroup(repetition)
                    .addFields(children(element, elements).toArray(Type[]::new));
            return (Type)
                    annotation.<Types.Builder<?, ?>>map(group::as).orElse(group).named(element.getName());
        }
        PrimitiveTypeName name = PhysicalTypes.ofSchema(element.getType());
        Types.PrimitiveBuilder<PrimitiveType> builder = Types.primitive(name, repetition);
        if (name == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY) {
            builder.length(element.getType_length());
        }
        annotation.ifPresent(builder::as);
        return builder.named(element.getName());
    }

    private static Optional<LogicalTypeAnnotation> annotation(SchemaElement element) {
        if (element.isSetLogicalType()) {
            org.apache.parquet.format.LogicalType type = element.getLogicalType();
            if (type.isSetTIMESTAMP()) {
                return Optional.of(LogicalTypeAnnotation.timestampType(
                        type.getTIMESTAMP().isIsAdjustedToUTC(),
                        unit(type.getTIMESTAMP().getUnit())));
            } else if (type.isSetTIME()) {
                return Optional.of(LogicalTypeAnnotation.timeType(
                        type.getTIME().isIsAdjustedToUTC(), unit(type.getTIME().getUnit())));
            } else if (type.isSetDECIMAL()) {
                return Optional.of(LogicalTypeAnnotation.decimalType(
                        type.getDECIMAL().getScale(), type.getDECIMAL().getPrecision()));
            } else if (type.isSetINTEGER()) {
                return Optional.of(LogicalTypeAnnotation.intType(
                        type.getINTEGER().getBitWidth(), type.getINTEGER().isIsSigned()));
            } else if (type.isSetUUID()) {
                return Optional.of(LogicalTypeAnnotation.uuidType());
            }
        }
        return element.isSetConverted_type() ? converted(element) : Optional.empty();
    }

    private static LogicalTypeAnnotation.TimeUnit unit(TimeUnit unit) {
        if (unit.isSetMILLIS()) {
            return LogicalTypeAnnotation.TimeUnit.MILLIS;
        }
        return unit.isSetMICROS() ? LogicalTypeAnnotation.TimeUnit.MICROS : LogicalTypeAnnotation.TimeUnit.NANOS;
    }

    private static Optional<LogicalTypeAnnotation> converted(SchemaElement element) {
        ConvertedType type = element.getConverted_type();
        return switch (type) {
            case UTF8 -> Optional.of(LogicalTypeAnnotation.stringType());
            case ENUM -> Optional.of(LogicalTypeAnnotation.enumType());
            case JSON -> Optional.of(LogicalTypeAnnotation.jsonType());
            case BSON -> Optional.of(LogicalTypeAnnotation.bsonType());
            case LIST -> Optional.of(LogicalTypeAnnotation.listType());
            case MAP, MAP_KEY_VALUE -> Optional.of(LogicalTypeAnnotation.mapType());
            case DATE -> Optional.of(LogicalTypeAnnotation.dateType());
            case DECIMAL -> Optional.of(LogicalTypeAnnotation.decimalType(element.getScale(), element.getPrecision()));
            case TIME_MILLIS -> Optional.of(
                    LogicalTypeAnnotation.timeType(true, LogicalTypeAnnotation.TimeUnit.MILLIS));
            case TIME_MICROS -> Optional.of(
                    LogicalTypeAnnotation.timeType(true, LogicalTypeAnnotation.TimeUnit.MICROS));
            case TIMESTAMP_MILLIS -> Optional.of(
                    LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MILLIS));
            case TIMESTAMP_MICROS -> Optional.of(
                    LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS));
            case UINT_8 -> Optional.of(LogicalTypeAnnotation.intType(8, false));
            case UINT_16 -> Optional.of(LogicalTypeAnnotation.intType(16, false));
            case UINT_32 -> Optional.of(LogicalTypeAnnotation.intType(32, false));
            case UINT_64 -> Optional.of(LogicalTypeAnnotation.intType(64, false));
            case INT_8 -> Optional.of(LogicalTypeAnnotation.intType(8, true));
            case INT_16 -> Optional.of(LogicalTypeAnnotation.intType(16, true));
            case INT_32 -> Optional.of(LogicalTypeAnnotation.intType(32, true));
            case INT_64 -> Optional.of(LogicalTypeAnnotation.intType(64, true));
            case INTERVAL -> Optional.empty();
        };
    }
}
