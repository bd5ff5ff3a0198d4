package io.laguna.emulator.athena.query;

import io.laguna.emulator.athena.engine.QueryControl;
import io.laguna.emulator.athena.engine.QueryFailure;
import io.laguna.emulator.athena.engine.RowSink;
import io.laguna.emulator.athena.engine.Session;
import io.laguna.emulator.athena.engine.TrinoQueries;
import io.laguna.emulator.athena.sql.DecimalLiterals;
import io.laguna.emulator.athena.sql.EditedText;
import io.laguna.emulator.athena.sql.NewTable;
import io.laguna.emulator.athena.sql.Parameters;
import io.laguna.emulator.athena.sql.UnnestedRows;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The engine for one query, in whose database and under whose control it runs SQL in Athena's words.
 *
 * @param database of names that give none
 * @param control may end the query
 */
record EngineRun(TrinoQueries engine, String database, QueryControl control) {
    /** The name under which a statement with parameters goes to the engine. */
    private static final String PREPARED = "athena_statement";

    /** The end of a statement by its {@link QueryControl}. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Makes a table of a query. */
    TrinoQueries.Outcome run(NewTable table, List<String> parameters) throws IOException {
        try {
            Session session = Session.of(database).withProperties(table.session());
            return run(table.sql().text(), parameters, session, RowSink.NOBODY);
        } catch (QueryFailure e) {
            throw e.higherBy(table.sql().linesBelow());
        }
    }

    /**
     * Runs SQL.
     *
     * @param parameters values for its question marks
     * @throws Stopped when the control ends it
     */
    TrinoQueries.Outcome run(String sql, List<String> parameters, RowSink sink) throws IOException {
        return run(sql, parameters, Session.of(database), sink);
    }

    /** Runs SQL that has no rows and that no control ends. */
    void tidy(String sql) throws IOException {
        engine.run(sql, Session.of(database), RowSink.NOBODY, statistics -> true);
    }

    private TrinoQueries.Outcome run(String sql, List<String> parameters, Session session, RowSink sink)
            throws IOException {
        EditedText unnested = UnnestedRows.asColumns(sql);
        try {
            return runEdited(unnested.text(), parameters, session, sink);
        } catch (QueryFailure e) {
            if (UnnestedRows.isOfNoArray(e.getMessage()) && !unnested.text().equals(sql)) {
                return runEdited(sql, parameters, session, sink);
            }
            throw unnested.placed(e);
        }
    }

    private TrinoQueries.Outcome runEdited(String sql, List<String> parameters, Session session, RowSink sink)
            throws IOException {
        EditedText literals = DecimalLiterals.asDoubles(sql);
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
}
