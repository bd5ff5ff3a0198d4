package io.laguna.emulator.crawl.binary;

import io.laguna.emulator.crawl.schema.ColumnType;
import io.laguna.emulator.crawl.schema.ColumnType.Simple;
import io.laguna.emulator.crawl.schema.Decimal;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.IntType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;

/**
 * The types of Parquet's leaves. Nanoseconds are a {@code bigint}, as AWS's crawler has them; small and unsigned numbers
 * are what Spark reads them as.
 */
final class ParquetTypes {
    private static final ColumnType TIMESTAMP = new Simple("timestamp");
    private static final ColumnType BINARY = new Simple("binary");
    private static final ColumnType TINYINT = new Simple("tinyint");
    private static final ColumnType SMALLINT = new Simple("smallint");
    private static final ColumnType DATE = new Simple("date");

    private ParquetTypes() {}

    static ColumnType of(SchemaElement element) {
        if (element.isSetLogicalType()) {
            return logical(element, element.getLogicalType());
        }
        return element.isSetConverted_type() ? converted(element, element.getConverted_type()) : physical(element);
    }

    private static ColumnType logical(SchemaElement element, LogicalType type) {
        if (type.isSetSTRING() || type.isSetENUM() || type.isSetJSON()) {
            return ColumnType.STRING;
        }
        if (type.isSetDECIMAL()) {
            return new Decimal(
                            type.getDECIMAL().getPrecision(), type.getDECIMAL().getScale())
                    .type();
        }
        if (type.isSetDATE()) {
            return DATE;
        }
        if (type.isSetTIMESTAMP()) {
            return type.getTIMESTAMP().getUnit().isSetNANOS() ? ColumnType.BIGINT : TIMESTAMP;
        }
        if (type.isSetINTEGER()) {
            return integer(type.getINTEGER());
        }
        return physical(element);
    }

    private static ColumnType integer(IntType type) {
        return switch (type.getBitWidth()) {
            case 8 -> type.isIsSigned() ? TINYINT : SMALLINT;
            case 16 -> type.isIsSigned() ? SMALLINT : ColumnType.INT;
            case 32 -> type.isIsSigned() ? ColumnType.INT : ColumnType.BIGINT;
            default -> type.isIsSigned() ? ColumnType.BIGINT : new Decimal(20, 0).type();
        };
    }

    private static ColumnType converted(SchemaElement element, ConvertedType type) {
        return switch (type) {
            case UTF8, ENUM, JSON -> ColumnType.STRING;
            case DECIMAL -> new Decimal(element.getPrecision(), element.getScale()).type();
            case DATE -> DATE;
            case TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> TIMESTAMP;
            case INT_8 -> TINYINT;
            case INT_16, UINT_8 -> SMALLINT;
            case UINT_16 -> ColumnType.INT;
            case UINT_32 -> ColumnType.BIGINT;
            case UINT_64 -> new Decimal(20, 0).type();
            case MAP, MAP_KEY_VALUE, LIST, TIME_MILLIS, TIME_MICROS, INT_32, INT_64, BSON, INTERVAL -> physical(
                    element);
        };
    }

    private static ColumnType physical(SchemaElement element) {
        return switch (element.getType()) {
            case BOOLEAN -> ColumnType.BOOLEAN;
            case INT32 -> ColumnType.INT;
            case INT64 -> ColumnType.BIGINT;
            case INT96 -> TIMESTAMP;
            case FLOAT -> new Simple("float");
            case DOUBLE -> ColumnType.DOUBLE;
            case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> BINARY;
        };
    }
}
