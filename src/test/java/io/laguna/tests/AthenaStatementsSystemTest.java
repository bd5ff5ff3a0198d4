package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.athena.model.AthenaError;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.Row;

/** Tests of the statements in athena-statements.txt, one after the other on one lake. */
@Tag("slow")
@ExtendWith(SharedLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AthenaStatementsSystemTest {
    /** The number of statements that run at once: the engine has idle moments in every one of them. */
    private static final int AT_ONCE = 4;

    private final SystemLake lake;
    private final AthenaSide athena;
    private final List<AthenaStatement> statements;
    private final Map<Integer, Submission> submitted = new HashMap<>();

    AthenaStatementsSystemTest(SharedLake.Running running) throws IOException {
        lake = running.lake();
        athena = running.athena("athena");
        statements = AthenaStatement.all();
    }

    /** A statement that Athena has taken, or has not. */
    private sealed interface Submission {
        record Taken(String id) implements Submission {}

        record Refused(String reason) implements Submission {}
    }

    @AfterAll
    void closeClient() {
        athena.close();
    }

    static Stream<Arguments> statements() throws IOException {
        List<AthenaStatement> all = AthenaStatement.all();
        return IntStream.range(0, all.size()).mapToObj(i -> arguments(all.get(i).sentence(), i));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void aStatementDoesWhatAthenaDoes(String sentence, int place) {
        submit(place);

        List<String> outcome = outcome(submitted.get(place));

        AthenaStatement statement = statements.get(place);
        if (!statement.isExpected(outcome)) {
            assertThat(String.join("\n", outcome))
                    .as("%s: %s", sentence, statement.sql())
                    .isEqualTo(String.join("\n", statement.expected()));
        }
    }

    /** Submits the statement, and the next ones whose answers nothing changes. */
    private void submit(int place) {
        for (int i = place; i < Math.min(place + AT_ONCE, statements.size()); i++) {
            if (i > place
                    && !(statements.get(place).onlyAsks() && statements.get(i).onlyAsks())) {
                return;
            }
            submitted.computeIfAbsent(i, next -> submit(statements.get(next)));
        }
    }

    private Submission submit(AthenaStatement statement) {
        statement.objects().forEach((key, content) -> lake.s3()
                .putObject(request -> request.bucket(SharedLake.LAKE).key(key), RequestBody.fromBytes(content)));
        try {
            return new Submission.Taken(
                    athena.start(statement.sql(), statement.parameters().toArray(String[]::new)));
        } catch (InvalidRequestException e) {
            return new Submission.Refused(e.awsErrorDetails().errorMessage());
        }
    }

    /** Returns the outcome of a statement, as the file writes it. */
    private List<String> outcome(Submission submission) {
        if (submission instanceof Submission.Refused refused) {
            return List.of("refused " + written(refused.reason()));
        }
        QueryExecution query = athena.ended(((Submission.Taken) submission).id());
        if (query.status().state() != QueryExecutionState.SUCCEEDED) {
            AthenaError error = query.status().athenaError();
            return List.of("! " + error.errorType() + " " + written(error.errorMessage()));
        }
        GetQueryResultsResponse results =
                athena.client().getQueryResults(request -> request.queryExecutionId(query.queryExecutionId()));
        List<ColumnInfo> columns = results.resultSet().resultSetMetadata().columnInfo();
        boolean isCsv = query.resultConfiguration().outputLocation().endsWith(".csv");
        List<Row> rows = results.resultSet().rows();
        if (isCsv) {
            assertThat(AthenaSide.values(rows.get(0)))
                    .isEqualTo(columns.stream()
                            .map(column -> Optional.of(column.name()))
                            .toList());
            rows = rows.subList(1, rows.size());
        } else if (columns.stream().map(ColumnInfo::name).toList().equals(List.of("rows"))) {
            return List.of(results.updateCount() + " rows");
        }
        return columns.isEmpty() && rows.isEmpty() ? List.of("done") : lines(columns, rows);
    }

    private static List<String> lines(List<ColumnInfo> columns, List<Row> rows) {
        List<String> lines = new ArrayList<>(List.of("= "
                + columns.stream()
                        .map(column -> column.name() + " " + column.type())
                        .collect(Collectors.joining(", "))));
        rows.stream()
                .map(row -> AthenaSide.values(row).stream()
                        .map(value ->
                                value.map(AthenaStatementsSystemTest::written).orElse("∅"))
                        .collect(Collectors.joining("|", "|", "|")))
                .forEach(lines::add);
        return lines;
    }

    private static String written(String text) {
        return text.replace("\n", "\\n").replace("\t", "\\t");
    }
}
