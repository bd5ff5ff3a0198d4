package io.laguna.emulator.athena.result;

import io.laguna.emulator.athena.engine.QueryColumn;
import io.laguna.emulator.athena.engine.RowSink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.athena.model.ColumnInfo;

/** The rows of a statement that is no query, as texts with tabs between their values. */
public final class TextResult implements RowSink {
    private List<ColumnInfo> columns = List.of();
    private final List<String> rows = new ArrayList<>();

    @Override
    public void columns(List<QueryColumn> described) {
        columns = described.stream().map(ColumnInfos::of).toList();
    }

    @Override
    public void row(List<Object> values) {
        rows.add(values.stream().map(value -> Values.text(value).orElse("")).collect(Collectors.joining("\t")));
    }

    public List<ColumnInfo> columns() {
        return columns;
    }

    /** Returns the texts, of which each may have several lines. */
    public List<String> rows() {
        return List.copyOf(rows);
    }
}
