package io.laguna.emulator.redshift.spectrum.engine;

import io.laguna.emulator.redshift.spectrum.table.ExternalColumn;
import io.laguna.emulator.redshift.spectrum.type.Types;
import java.util.List;
import java.util.stream.Collectors;

/** Parquet: columns by their names in any case; one that a file lacks is NULL. */
record ParquetRows(List<ExternalColumn> columns) implements Rows {
    @Override
    public String source(List<LocalFile> files) {
        String schema = columns.stream()
                .map(column -> Types.literal(column.name()) + ": {name: " + Types.literal(column.name()) + ", type: "
                        + Types.literal(Types.duckDb(column.type())) + ", default_value: NULL}")
                .collect(Collectors.joining(", "));
        return "read_parquet(" + Rows.list(files) + ", schema = MAP {" + schema + "}, filename = true)";
    }

    @Override
    public String value(ExternalColumn column, int index) {
        String name = "f." + Types.quoted(column.name());
        return column.type().isNested() ? Nested.json(column.type(), name) : name;
    }
}
