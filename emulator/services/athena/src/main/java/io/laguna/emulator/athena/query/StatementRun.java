package io.laguna.emulator.athena.query;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.engine.QueryControl;
import io.laguna.emulator.athena.engine.QueryFailure;
import io.laguna.emulator.athena.engine.QueryStatistics;
import io.laguna.emulator.athena.engine.RowSink;
import io.laguna.emulator.athena.engine.TrinoQueries;
import io.laguna.emulator.athena.request.NotFound;
import io.laguna.emulator.athena.result.ColumnInfos;
import io.laguna.emulator.athena.result.CsvResult;
import io.laguna.emulator.athena.result.ResultStore;
import io.laguna.emulator.athena.result.TextResult;
import io.laguna.emulator.athena.saved.PreparedStatementRecords;
import io.laguna.emulator.athena.sql.NewTable;
import io.laguna.emulator.athena.sql.Statement;
import io.laguna.emulator.athena.sql.ViewText;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.PreparedStatement;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;

/** The run of one query's statement, which also writes the files of the result. */
final class StatementRun {
    private static final Pattern ENGINE_VERSION = Pattern.compile("^Trino version: .*\\R");
    private static final String ROWS = "rows";
    private static final String COUNT_TYPE = "bigint";

    private final Caller caller;
    private final QueryExecution query;
    private final DataCatalog catalog;
    private final EngineRun engine;
    private final ResultStore results;
    private final State state;
    private final Path folder;

    /**
     * Creates a run.
     *
     * @param query as it was submitted
     * @param catalog in which it runs
     * @param folder for files on their way to S3
     * @param control may end it
     */
    StatementRun(
            Caller caller,
            QueryExecution query,
            DataCatalog catalog,
            TrinoQueries engine,
            ResultStore results,
            State state,
            Path folder,
            QueryControl control) {
        this.caller = caller;
        this.query = query;
        this.catalog = catalog;
        this.engine = new EngineRun(engine, catalog.database(), control);
        this.results = results;
        this.state = state;
        this.folder = folder;
    }

    /**
     * Runs the statement, and returns when it is done and its files are there.
     *
     * @throws QueryFailure by the engine
     * @throws io.laguna.emulator.athena.ddl.model.StatementFailure of a statement of DDL
     * @throws io.laguna.emulator.athena.sql.SyntaxFailure of what only shows when it is run
     * @throws EngineRun.Stopped when the control ends it
     */
    QueryResult run(Executed executed, QueryOutput output) throws IOException {
        Statement statement = executed.statement();
        List<String> parameters = executed.parameters();
        if (statement instanceof Statement.OfCatalog ofCatalog) {
            return catalogued(ofCatalog, output);
        }
        if (statement instanceof Statement.Rows rows) {
            if (output.isCsv()) {
                return csv(rows.text(), parameters, output);
            }
            boolean isPlan = rows.substatementType().filter("EXPLAIN"::equals).isPresent();
            return text(rows.text(), parameters, isPlan, output);
        }
        if (statement instanceof Statement.ShowCreateView show) {
            TextResult text = new TextResult();
            QueryStatistics statistics =
                    engine.run(show.text(), parameters, text).statistics();
            return texts(text.columns(), text.rows().stream().map(ViewText::of).toList(), statistics, output);
        }
        if (statement instanceof Statement.Change change) {
            return text(change.text(), parameters, false, output);
        }
        if (statement instanceof Statement.RowChange change) {
            return counted(engine.run(change.text(), parameters, RowSink.NOBODY), output, Optional.empty(), 0);
        }
        if (statement instanceof Statement.Insert insert) {
            return inserted(insert, parameters, output);
        }
        if (statement instanceof Statement.TableAsSelect create) {
            NewTable table = NewTable.of(create, catalog.database(), output.tables());
            return written(table, engine.run(table, parameters), output);
        }
        if (statement instanceof Statement.Unload unload) {
            return unloaded(unload, parameters, output);
        }
        prepared(statement);
        return lines(List.of(), List.of(), QueryStatistics.NOTHING, output);
    }

    /** Runs a statement on prepared statements, and fails for any other kind, which nothing here can run. */
    private void prepared(Statement statement) {
        if (statement instanceof Statement.Execute execute) {
            throw NotFound.preparedStatement(execute.name(), query.workGroup());
        } else if (statement instanceof Statement.Prepare prepare) {
            state.write(transaction -> {
                PreparedStatement kept = PreparedStatement.builder()
                        .workGroupName(query.workGroup())
                        .statementName(prepare.name())
                        .queryStatement(prepare.statement())
                        .lastModifiedTime(query.status().submissionDateTime())
                        .build();
                new PreparedStatementRecords(transaction).put(caller, kept);
                return kept;
            });
        } else if (statement instanceof Statement.Deallocate deallocate) {
            boolean gone = state.write(transaction ->
                    new PreparedStatementRecords(transaction).delete(caller, query.workGroup(), deallocate.name()));
            if (!gone) {
                throw NotFound.preparedStatement(deallocate.name(), query.workGroup());
            }
        } else {
            throw new IllegalStateException("Laguna does not know how to run a statement of the kind "
                    + statement.getClass().getSimpleName());
        }
    }

    private QueryResult catalogued(Statement.OfCatalog statement, QueryOutput output) throws IOException {
        CatalogStatement.Outcome outcome = statement.statement().run(catalog);
        if (outcome instanceof CatalogStatement.Answer answer) {
            List<String> lines =
                    answer.rows().stream().map(row -> String.join("\t", row)).toList();
            return lines(answer.columns(), lines, QueryStatistics.NOTHING, output);
        }
        QueryStatistics statistics = QueryStatistics.NOTHING;
        for (String sql : ((CatalogStatement.TrinoSql) outcome).statements()) {
            statistics =
                    statistics.plus(engine.run(sql, List.of(), RowSink.NOBODY).statistics());
        }
        return lines(List.of(), List.of(), statistics, output);
    }

    private QueryResult csv(String sql, List<String> parameters, QueryOutput output) throws IOException {
        try (CsvResult csv = CsvResult.in(folder)) {
            TrinoQueries.Outcome outcome = engine.run(sql, parameters, csv);
            Path file = csv.finished();
            long size = Files.size(file);
            results.put(output.location(), file, "text/csv");
            results.putMetadata(output.metadata(), query.queryExecutionId(), csv.columns());
            return new QueryResult(
                    csv.columns(), OptionalLong.empty(), outcome.statistics(), csv.rows(), size, Optional.empty());
        }
    }

    /**
     * Runs a statement whose result is a text. A plan begins with the name of its column, as dbt-athena's tests show, and
     * does not tell the engine's version.
     */
    private QueryResult text(String sql, List<String> parameters, boolean isPlan, QueryOutput output)
            throws IOException {
        TextResult text = new TextResult();
        TrinoQueries.Outcome outcome = engine.run(sql, parameters, text);
        Stream<String> rows = text.rows().stream();
        Stream<String> lines = isPlan
                ? Stream.concat(
                        text.columns().stream().map(ColumnInfo::name),
                        rows.map(row -> ENGINE_VERSION.matcher(row).replaceFirst("")))
                : rows;
        return texts(text.columns(), lines.toList(), outcome.statistics(), output);
    }

    private QueryResult texts(
            List<ColumnInfo> columns, List<String> texts, QueryStatistics statistics, QueryOutput output) {
        return lines(columns, texts.stream().flatMap(String::lines).toList(), statistics, output);
    }

    private QueryResult lines(
            List<ColumnInfo> columns, List<String> lines, QueryStatistics statistics, QueryOutput output) {
        results.putLines(output.location(), lines);
        results.putMetadata(output.metadata(), query.queryExecutionId(), columns);
        return new QueryResult(columns, OptionalLong.empty(), statistics, lines.size(), 0, Optional.empty());
    }

    private QueryResult inserted(Statement.Insert insert, List<String> parameters, QueryOutput output)
            throws IOException {
        Optional<String> location = location(insert.table());
        if (location.isEmpty()) {
            // The engine has the words for it.
            return counted(engine.run(insert.text(), parameters, RowSink.NOBODY), output, Optional.empty(), 0);
        }
        Set<String> before = results.files(location.get());
        TrinoQueries.Outcome outcome = engine.run(insert.text(), parameters, RowSink.NOBODY);
        Set<String> files = new TreeSet<>(results.files(location.get()));
        files.removeAll(before);
        results.putManifest(output.manifest(), files);
        return counted(
                outcome,
                output,
                Optional.of(output.manifest()),
                outcome.statistics().writtenBytes());
    }

    private QueryResult unloaded(Statement.Unload unload, List<String> parameters, QueryOutput output)
            throws IOException {
        if (!results.files(unload.location()).isEmpty()) {
            throw QueryFailure.ofUser(
                    "HIVE_PATH_ALREADY_EXISTS",
                    "Target directory for table 'unload' already exists: " + unload.location()
                            + ". You may need to manually clean the data at this location before running the query again.");
        }
        String name = query.queryExecutionId();
        NewTable table = NewTable.of(unload, name);
        engine.run(NewTable.unloadSchema(), List.of(), RowSink.NOBODY);
        try {
            return written(table, engine.run(table, parameters), output);
        } finally {
            engine.tidy(NewTable.forget(name));
        }
    }

    private QueryResult written(NewTable table, TrinoQueries.Outcome outcome, QueryOutput output) {
        table.location().ifPresent(location -> results.putManifest(output.manifest(), results.files(location)));
        return counted(
                outcome,
                output,
                table.location().map(location -> output.manifest()),
                outcome.statistics().writtenBytes());
    }

    private QueryResult counted(
            TrinoQueries.Outcome outcome, QueryOutput output, Optional<String> manifest, long bytes) {
        List<ColumnInfo> columns = List.of(ColumnInfos.of(ROWS, COUNT_TYPE));
        results.putMetadata(output.metadata(), query.queryExecutionId(), columns);
        return new QueryResult(
                columns,
                outcome.updateCount(),
                outcome.statistics(),
                outcome.updateCount().orElse(0),
                bytes,
                manifest);
    }

    /** Returns the location of the table's files, if there is such a table. */
    private Optional<String> location(TableName table) {
        try {
            Table found = catalog.glue()
                    .getTable(request ->
                            request.databaseName(table.databaseIn(catalog)).name(table.name()))
                    .table();
            return Optional.ofNullable(found.storageDescriptor())
                    .map(StorageDescriptor::location)
                    .filter(location -> !location.isEmpty());
        } catch (EntityNotFoundException e) {
            return Optional.empty();
        }
    }
}
