package io.laguna.emulator.athena.result;

import io.laguna.emulator.athena.engine.QueryColumn;
import io.trino.client.ClientTypeSignature;
import io.trino.client.ClientTypeSignatureParameter;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.ColumnNullable;

/**
 * The columns of a result in Athena's words: types without parameters, {@code float} for Trino's {@code real}, and the
 * precisions that its JDBC driver shows.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_ColumnInfo.html">ColumnInfo</a>
 */
public final class ColumnInfos {
    private static final Set<String> CASE_SENSITIVE = Set.of("varchar", "char");

    private ColumnInfos() {}

    /** Returns a column of a query. */
    public static ColumnInfo of(QueryColumn column) {
        String type = type(column.type());
        return info(column.name(), type, precision(column.type()), scale(column.type()), CASE_SENSITIVE.contains(type));
    }

    /** Returns a column of a type without parameters. */
    public static ColumnInfo of(String name, String type) {
        return of(new QueryColumn(name, new ClientTypeSignature(type)));
    }

    /**
     * Returns a column of texts, as {@code SHOW} statements have them.
     *
     * @param type {@code string} of Hive's statements, {@code varchar} of those that the engine answers
     */
    public static ColumnInfo text(String name, String type) {
        return info(name, type, 0, 0, false);
    }

    private static ColumnInfo info(String name, String type, int precision, int scale, boolean caseSensitive) {
        return ColumnInfo.builder()
                .catalogName("hive")
                .schemaName("")
                .tableName("")
                .name(name)
                .label(name)
                .type(type)
                .precision(precision)
                .scale(scale)
                .nullable(ColumnNullable.UNKNOWN)
                .caseSensitive(caseSensitive)
                .build();
    }

    /** Returns the name of a type in Athena, where it is in lower case: {@code geometry}. */
    private static String type(ClientTypeSignature type) {
        return type.getRawType().equals("real") ? "float" : type.getRawType().toLowerCase(Locale.ROOT);
    }

    private static int precision(ClientTypeSignature type) {
        return switch (type.getRawType()) {
            case "tinyint" -> 3;
            case "smallint" -> 5;
            case "integer" -> 10;
            case "bigint" -> 19;
            case "real", "double" -> 17;
            case "decimal" -> argument(type, 0, 38);
            case "varchar", "char" -> argument(type, 0, Integer.MAX_VALUE);
            case "varbinary" -> 1_073_741_824;
            case "timestamp", "timestamp with time zone", "time", "time with time zone" -> 3;
            default -> 0;
        };
    }

    private static int scale(ClientTypeSignature type) {
        return type.getRawType().equals("decimal") ? argument(type, 1, 0) : 0;
    }

    private static int argument(ClientTypeSignature type, int index, int otherwise) {
        if (type.getArguments().size() <= index) {
            return otherwise;
        }
        ClientTypeSignatureParameter argument = type.getArguments().get(index);
        return argument.getKind() == ClientTypeSignatureParameter.ParameterKind.LONG
                ? Math.toIntExact(Math.min(argument.getLongLiteral(), Integer.MAX_VALUE))
                : otherwise;
    }
}
