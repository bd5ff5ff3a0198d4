package io.laguna.emulator.athena.query;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.engine.QueryColumn;
import io.laguna.emulator.athena.engine.QueryControl;
import io.laguna.emulator.athena.engine.QueryFailure;
import io.laguna.emulator.athena.engine.QueryStatistics;
import io.laguna.emulator.athena.engine.RowSink;
import io.laguna.emulator.athena.engine.Session;
import io.laguna.emulator.athena.engine.TrinoQueries;
import io.laguna.emulator.athena.request.NotFound;
import io.laguna.emulator.athena.result.ColumnInfos;
import io.laguna.emulator.athena.result.CsvResult;
import io.laguna.emulator.athena.result.ResultStore;
import io.laguna.emulator.athena.result.Values;
import io.laguna.emulator.athena.saved.PreparedStatementRecords;
import io.laguna.emulator.athena.sql.DecimalLiterals;
import io.laguna.emulator.athena.sql.NewTable;
import io.laguna.emulator.athena.sql.Parameters;
import io.laguna.emulator.athena.sql.Statement;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.PreparedStatement;
import software.amazon.awssdk.services.athena.model.QueryExecution;

/** The run of one query's statement, which also writes the files of the result. */
final class StatementRun {
    /** The name under which a statement with parameters goes to the engine. */
    private static final String PREPARED = "athena_statement";

    private static final String ROWS = "rows";
    private static final String COUNT_TYPE = "bigint";

    private final Caller caller;
    private final QueryExecution query;
    private final DataCatalog catalog;
    private final TrinoQueries engine;
    private final ResultStore results;
    private final State state;
    private final Path folder;
    private final QueryControl control;

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
        this.engine = engine;
        this.results = results;
        this.state = state;
        this.folder = folder;
        this.control = control;
    }

    /** The end of a statement by its {@link QueryControl}. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Runs the statement, and returns when it is done and its files are there.
     *
     * @throws QueryFailure by the engine
     * @throws io.laguna.emulator.athena.ddl.model.StatementFailure of a statement of DDL
     * @throws io.laguna.emulator.athena.sql.SyntaxFailure of what only shows when it is run
     * @throws Stopped when the control ends it
     */
    QueryResult run(Executed executed, QueryOutput output) throws IOException {
        Statement statement = executed.statement();
        List<String> parameters = executed.parameters();
        if (statement instanceof Statement.OfCatalog ofCatalog) {
            return catalogued(ofCatalog, output);
        }
        if (statement instanceof Statement.Rows rows) {
            return output.isCsv() ? csv(rows.text(), parameters, output) : text(rows.text(), parameters, output);
        }
        if (statement instanceof Statement.Change change) {
            return text(change.text(), parameters, output);
        }
        if (statement instanceof Statement.RowChange change) {
            return counted(engine(change.text(), parameters), output, Optional.empty(), 0);
        }
        if (statement instanceof Statement.Insert insert) {
            return inserted(insert, parameters, output);
        }
        if (statement instanceof Statement.TableAsSelect create) {
            NewTable table = NewTable.of(create, catalog.database(), output.tables());
            return written(table, engine(table, parameters), output);
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
            statistics = statistics.plus(engine(sql, List.of()).statistics());
        }
        return lines(List.of(), List.of(), statistics, output);
    }

    private QueryResult csv(String sql, List<String> parameters, QueryOutput output) throws IOException {
        try (CsvResult csv = CsvResult.in(folder)) {
            TrinoQueries.Outcome outcome = engine(sql, parameters, session(), csv);
            Path file = csv.finished();
            long size = Files.size(file);
            results.put(output.location(), file, "text/csv");
            results.putMetadata(output.metadata(), query.queryExecutionId(), csv.columns());
            return new QueryResult(
                    csv.columns(), OptionalLong.empty(), outcome.statistics(), csv.rows(), size, Optional.empty());
        }
    }

    private QueryResult text(String sql, List<String> parameters, QueryOutput output) throws IOException {
        Lines lines = new Lines();
        TrinoQueries.Outcome outcome = engine(sql, parameters, session(), lines);
        return lines(lines.columns, lines.texts, outcome.statistics(), output);
    }

    private QueryResult lines(
            List<ColumnInfo> columns, List<String> lines, QueryStatistics statistics, QueryOutput output) {
        results.putLines(output.location(), lines);
        results.putMetadata(output.metadata(), query.queryExecutionId(), columns);
        return new QueryResult(columns, OptionalLong.empty(), statistics, lines.size(), 0, Optional.empty());
    }

    private QueryResult inserted(Statement.Insert insert, List<String> parameters, QueryOutput output)
            throws IOException {
        String location = location(insert.table());
        Set<String> before = results.files(location);
        TrinoQueries.Outcome outcome = engine(insert.text(), parameters);
        Set<String> files = new TreeSet<>(results.files(location));
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
        engine(NewTable.unloadSchema(), List.of());
        try {
            return written(table, engine(table, parameters), output);
        } finally {
            engine.run(NewTable.forget(name), session(), RowSink.NOBODY, statistics -> true);
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

    private TrinoQueries.Outcome engine(NewTable table, List<String> parameters) throws IOException {
        try {
            return engine(table.sql().text(), parameters, session().withProperties(table.session()), RowSink.NOBODY);
        } catch (QueryFailure e) {
            throw e.higherBy(table.sql().linesBelow());
        }
    }

    private TrinoQueries.Outcome engine(String sql, List<String> parameters) throws IOException {
        return engine(sql, parameters, session(), RowSink.NOBODY);
    }

    private TrinoQueries.Outcome engine(String sql, List<String> parameters, Session session, RowSink sink)
            throws IOException {
        DecimalLiterals literals = DecimalLiterals.asDoubles(sql);
        try {
            TrinoQueries.Outcome outcome = parameters.isEmpty()
                    ? engine.run(literals.text(), session, sink, control)
                    : engine.run(
                            execute(parameters),
                            session.withPrepared(Map.of(PREPARED, literals.text())),
                            sink,
                            control);
            if (outcome.stopped()) {
                throw new Stopped();
            }
            return outcome;
        } catch (QueryFailure e) {
            throw literals.placed(e);
        }
    }

    private static String execute(List<String> parameters) {
        return parameters.stream()
                .map(Parameters::expression)
                .map(value -> DecimalLiterals.asDoubles(value).text())
                .collect(Collectors.joining(", ", "EXECUTE " + PREPARED + " USING ", ""));
    }

    private Session session() {
        return Session.of(catalog.database());
    }

    /** Returns the location of the table's files. */
    private String location(TableName table) {
        return catalog.glue()
                .getTable(request ->
                        request.databaseName(table.databaseIn(catalog)).name(table.name()))
                .table()
                .storageDescriptor()
                .location();
    }

    /** A receiver that writes rows as lines of text, with tabs between their values. */
    private static final class Lines implements RowSink {
        private List<ColumnInfo> columns = List.of();
        private final List<String> texts = new ArrayList<>();

        @Override
        public void columns(List<QueryColumn> described) {
            columns = described.stream().map(ColumnInfos::of).toList();
        }

        @Override
        public void row(List<Object> values) {
            String line =
                    values.stream().map(value -> Values.text(value).orElse("")).collect(Collectors.joining("\t"));
            texts.addAll(line.lines().toList());
        }
    }
}
