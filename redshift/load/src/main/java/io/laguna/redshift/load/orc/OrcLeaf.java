package io.laguna.redshift.load.orc;

import io.laguna.redshift.load.plan.FileRefused;
import io.laguna.redshift.load.value.Converter;
import io.laguna.redshift.load.value.Converters;
import io.laguna.redshift.load.value.Decimals;
import io.laguna.redshift.load.value.Field;
import io.laguna.redshift.load.value.FieldError;
import io.laguna.redshift.load.value.Kind;
import io.laguna.redshift.load.value.Row;
import io.laguna.redshift.load.value.Rules;
import io.laguna.redshift.load.value.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.orc.OrcProto;

/** The conversion of a column's values into those of the table. */
@FunctionalInterface
interface OrcLeaf {
    void write(OrcColumn column, Row row) throws IOException;

    /** The types of ORC that a type of column takes. */
    Map<Kind, Set<OrcProto.Type.Kind>> TAKEN = Map.ofEntries(
            Map.entry(Kind.BOOLEAN, EnumSet.of(OrcProto.Type.Kind.BOOLEAN)),
            Map.entry(Kind.SMALLINT, EnumSet.of(OrcProto.Type.Kind.BYTE, OrcProto.Type.Kind.SHORT)),
            Map.entry(
                    Kind.INTEGER,
                    EnumSet.of(OrcProto.Type.Kind.BYTE, OrcProto.Type.Kind.SHORT, OrcProto.Type.Kind.INT)),
            Map.entry(
                    Kind.BIGINT,
                    EnumSet.of(
                            OrcProto.Type.Kind.BYTE,
                            OrcProto.Type.Kind.SHORT,
                            OrcProto.Type.Kind.INT,
                            OrcProto.Type.Kind.LONG)),
            Map.entry(Kind.REAL, EnumSet.of(OrcProto.Type.Kind.FLOAT)),
            Map.entry(Kind.DOUBLE, EnumSet.of(OrcProto.Type.Kind.FLOAT, OrcProto.Type.Kind.DOUBLE)),
            Map.entry(Kind.DECIMAL, EnumSet.of(OrcProto.Type.Kind.DECIMAL)),
            Map.entry(
                    Kind.CHAR,
                    EnumSet.of(OrcProto.Type.Kind.STRING, OrcProto.Type.Kind.VARCHAR, OrcProto.Type.Kind.CHAR)),
            Map.entry(
                    Kind.VARCHAR,
                    EnumSet.of(OrcProto.Type.Kind.STRING, OrcProto.Type.Kind.VARCHAR, OrcProto.Type.Kind.CHAR)),
            Map.entry(Kind.VARBYTE, EnumSet.of(OrcProto.Type.Kind.BINARY)),
            Map.entry(Kind.DATE, EnumSet.of(OrcProto.Type.Kind.DATE)),
            Map.entry(Kind.TIMESTAMP, EnumSet.of(OrcProto.Type.Kind.TIMESTAMP, OrcProto.Type.Kind.TIMESTAMP_INSTANT)),
            Map.entry(
                    Kind.TIMESTAMPTZ, EnumSet.of(OrcProto.Type.Kind.TIMESTAMP, OrcProto.Type.Kind.TIMESTAMP_INSTANT)));

    Set<OrcProto.Type.Kind> NESTED =
            EnumSet.of(OrcProto.Type.Kind.STRUCT, OrcProto.Type.Kind.LIST, OrcProto.Type.Kind.MAP);
    long EPOCH_DAYS = 10_957;
    long EPOCH_MICROS = EPOCH_DAYS * 86_400_000_000L;

    /** Returns the conversion of a column, or refuses its file. */
    static OrcLeaf of(OrcColumn column, Target target, Rules rules, boolean serializes, String file)
            throws FileRefused {
        OrcProto.Type.Kind type = column.type().getKind();
        Kind kind = target.type().kind();
        boolean scale = type != OrcProto.Type.Kind.DECIMAL
                || column.type().getScale() == target.type().scale();
        boolean taken = kind == Kind.SUPER
                ? serializes || !NESTED.contains(type)
                : scale && TAKEN.getOrDefault(kind, Set.of()).contains(type);
        if (!taken) {
            throw new FileRefused("File '" + file + "' has an incompatible ORC schema for column '" + file + "."
                    + target.name() + "'. Column type: " + target.type() + ", ORC type: " + type);
        }
        return switch (kind) {
            case BOOLEAN -> (from, row) -> row.bool(from.value().whole() != 0);
            case SMALLINT -> (from, row) -> row.smallint((int) from.value().whole());
            case INTEGER -> (from, row) -> row.integer((int) from.value().whole());
            case BIGINT -> (from, row) -> row.bigint(from.value().whole());
            case REAL -> (from, row) ->
                    row.integer(Float.floatToIntBits((float) from.value().number()));
            case DOUBLE -> (from, row) ->
                    row.bigint(Double.doubleToLongBits(from.value().number()));
            case DATE -> (from, row) -> row.integer((int) (from.value().whole() - EPOCH_DAYS));
            case TIMESTAMP, TIMESTAMPTZ -> (from, row) ->
                    row.bigint(from.value().whole() - EPOCH_MICROS);
            case DECIMAL -> decimal(target, rules, file);
            case VARBYTE -> (from, row) -> row.bytes(
                    from.value().bytes(), from.value().from(), from.value().to());
            case SUPER -> (from, row) -> {
                byte[] text = OrcTree.node(from).toString().getBytes(StandardCharsets.UTF_8);
                row.int32(text.length + 1);
                row.int8(1);
                row.raw(text, 0, text.length);
            };
            default -> text(target, rules, file);
        };
    }

    private static OrcLeaf decimal(Target target, Rules rules, String file) {
        Decimals decimals = new Decimals(target.type(), rules.rounds());
        return (from, row) -> {
            try {
                decimals.write(from.value().decimal(), row);
            } catch (FieldError e) {
                throw refused(target, e, file);
            }
        };
    }

    private static OrcLeaf text(Target target, Rules rules, String file) throws FileRefused {
        Field field = new Field();
        Converter converter;
        try {
            converter = Converters.of(target.type(), rules, before -> {});
        } catch (FieldError e) {
            throw refused(target, e, file);
        }
        return (from, row) -> {
            OrcValue value = from.value();
            int length = value.to() - value.from();
            if (length > target.type().length()) {
                throw new FileRefused("The length of the data column " + target.name()
                        + " is longer than the length defined in the table. Table: "
                        + target.type().length() + ", Data: " + length + ", File name: " + file);
            }
            field.set(value.bytes(), value.from(), value.to());
            try {
                converter.write(field, row);
            } catch (FieldError e) {
                throw refused(target, e, file);
            }
        };
    }

    private static FileRefused refused(Target target, FieldError error, String file) {
        return new FileRefused(error.getMessage() + ", column " + target.name() + ", File name: " + file);
    }
}
