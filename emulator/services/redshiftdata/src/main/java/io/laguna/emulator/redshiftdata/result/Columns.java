package io.laguna.emulator.redshiftdata.result;

import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGResultSetMetaData;
import software.amazon.awssdk.services.redshiftdata.model.ColumnMetadata;
import software.amazon.awssdk.services.redshiftdata.model.GetStatementResultResponse;

/** The columns of results. */
final class Columns {
    private Columns() {}

    static List<ColumnMetadata> of(ResultSetMetaData metadata) throws SQLException {
        List<ColumnMetadata> columns = new ArrayList<>();
        PGResultSetMetaData origin = (PGResultSetMetaData) metadata;
        for (int i = 1; i <= metadata.getColumnCount(); i++) {
            Kind kind = Kind.of(metadata.getColumnTypeName(i));
            columns.add(ColumnMetadata.builder()
                    .isCaseSensitive(kind == Kind.TEXT)
                    .isCurrency(false)
                    .isSigned(metadata.isSigned(i))
                    .label(metadata.getColumnLabel(i))
                    .length(0)
                    .name(metadata.getColumnName(i))
                    .nullable(metadata.isNullable(i) == ResultSetMetaData.columnNoNulls ? 0 : 1)
                    .precision(metadata.getPrecision(i))
                    .scale(metadata.getScale(i))
                    .schemaName(origin.getBaseSchemaName(i))
                    .tableName(origin.getBaseTableName(i))
                    .typeName(metadata.getColumnTypeName(i))
                    .build());
        }
        return columns;
    }

    static String write(List<ColumnMetadata> columns) {
        return ShapeJson.write(
                GetStatementResultResponse.builder().columnMetadata(columns).build());
    }

    static List<ColumnMetadata> read(String json) {
        return ShapeJson.read(json, GetStatementResultResponse.builder()).columnMetadata();
    }
}
