package io.laguna.emulator.athena.query;

import io.laguna.emulator.athena.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The statement that is run: the submitted one, or the one that {@code EXECUTE} names.
 *
 * @param parameters expressions for its question marks
 */
record Executed(Statement statement, List<String> parameters) {
    /**
     * Returns what to run for a statement.
     *
     * @param given ExecutionParameters of the request
     * @param prepared the prepared statement of a name, if there is one
     */
    static Executed of(Statement statement, List<String> given, Function<String, Optional<Statement>> prepared) {
        if (!(statement instanceof Statement.Execute execute)) {
            return new Executed(statement, given);
        }
        return prepared.apply(execute.name())
                .map(found -> new Executed(found, execute.parameters().isEmpty() ? given : execute.parameters()))
                .orElseGet(() -> new Executed(statement, given));
    }
}
