package io.laguna.emulator.crawl.binary;

import io.laguna.emulator.crawl.schema.Column;
import io.laguna.emulator.crawl.schema.ColumnType;
import io.laguna.emulator.crawl.schema.ColumnType.ArrayOf;
import io.laguna.emulator.crawl.schema.ColumnType.MapOf;
import io.laguna.emulator.crawl.schema.ColumnType.Member;
import io.laguna.emulator.crawl.schema.ColumnType.Simple;
import io.laguna.emulator.crawl.schema.ColumnType.Struct;
import io.laguna.emulator.crawl.schema.ColumnType.Union;
import io.laguna.emulator.crawl.schema.Decimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.orc.OrcProto;

/** The columns of an ORC file: its types are a list, in which the first is the row and others name their children. */
final class OrcSchema {
    private final List<OrcProto.Type> types;

    private OrcSchema(List<OrcProto.Type> types) {
        this.types = types;
    }

    static List<Column> columns(OrcProto.Footer footer) {
        OrcSchema schema = new OrcSchema(footer.getTypesList());
        OrcProto.Type root = footer.getTypes(0);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < root.getSubtypesCount(); i++) {
            columns.add(Column.of(root.getFieldNames(i), schema.type(root.getSubtypes(i))));
        }
        return columns;
    }

    private ColumnType type(int index) {
        OrcProto.Type type = types.get(index);
        return switch (type.getKind()) {
            case BOOLEAN -> ColumnType.BOOLEAN;
            case BYTE -> new Simple("tinyint");
            case SHORT -> new Simple("smallint");
            case INT -> ColumnType.INT;
            case LONG -> ColumnType.BIGINT;
            case FLOAT -> new Simple("float");
            case DOUBLE -> ColumnType.DOUBLE;
            case STRING -> ColumnType.STRING;
            case BINARY -> new Simple("binary");
            case TIMESTAMP, TIMESTAMP_INSTANT -> new Simple("timestamp");
            case DATE -> new Simple("date");
            case VARCHAR -> new Simple("varchar(" + type.getMaximumLength() + ")");
            case CHAR -> new Simple("char(" + type.getMaximumLength() + ")");
            case DECIMAL -> new Decimal(type.getPrecision(), type.getScale()).type();
            case LIST -> new ArrayOf(type(type.getSubtypes(0)));
            case MAP -> new MapOf(type(type.getSubtypes(0)), type(type.getSubtypes(1)));
            case STRUCT -> struct(type);
            case UNION -> new Union(
                    type.getSubtypesList().stream().map(this::type).toList());
            default -> ColumnType.STRING;
        };
    }

    private Struct struct(OrcProto.Type type) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < type.getSubtypesCount(); i++) {
            members.add(new Member(type.getFieldNames(i).toLowerCase(Locale.ROOT), type(type.getSubtypes(i))));
        }
        return new Struct(members);
    }
}
