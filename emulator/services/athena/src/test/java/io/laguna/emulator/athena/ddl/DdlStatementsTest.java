package io.laguna.emulator.athena.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.laguna.emulator.athena.CatalogLake;
import io.laguna.emulator.athena.ddl.model.CatalogStatement.Answer;
import io.laguna.emulator.athena.ddl.model.CatalogStatement.Outcome;
import io.laguna.emulator.athena.ddl.model.CatalogStatement.TrinoSql;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.StatementFailure;
import io.laguna.emulator.athena.ddl.read.DdlParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests of the statements of ddl-statements.txt, one after the other on one catalog. */
@ExtendWith(CatalogLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DdlStatementsTest {
    private final S3Client s3;
    private final DataCatalog catalog;

    DdlStatementsTest(CatalogLake.Running lake) {
        s3 = lake.s3();
        catalog = new DataCatalog(lake.glue(), s3, "ddl_sales");
    }

    @BeforeAll
    void otherEnginesTablesAreThere() {
        new OtherEnginesTables(catalog).create();
    }

    @AfterAll
    void closeClient() {
        s3.close();
    }

    static Stream<Arguments> statements() throws IOException {
        return StatementExample.all().stream().map(example -> arguments(example.sentence(), example));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void aStatementDoesWhatAthenaDoes(String sentence, StatementExample example) {
        example.objects()
                .forEach(key -> s3.putObject(request -> request.bucket("tests").key(key), RequestBody.fromString("x")));

        List<String> lines = outcome(example.statement());

        assertThat(fitted(lines, example.expected())).as(sentence).isEqualTo(example.expected());
    }

    /** Returns the outcome of a statement, as the file writes it. */
    private List<String> outcome(String statement) {
        try {
            return DdlParser.parse(statement)
                    .map(read -> lines(read.run(catalog)))
                    .orElse(List.of("engine"));
        } catch (StatementFailure e) {
            return List.of("! " + e.errorType() + " " + e.getMessage());
        }
    }

    private static List<String> lines(Outcome outcome) {
        if (outcome instanceof TrinoSql sql) {
            return sql.statements().isEmpty()
                    ? List.of("nothing to do")
                    : sql.statements().stream().map(text -> "$ " + text).toList();
        }
        Answer answer = (Answer) outcome;
        if (answer.columns().isEmpty() && answer.rows().isEmpty()) {
            return List.of("done");
        }
        List<String> lines = new ArrayList<>(List.of("= "
                + String.join(
                        ", ", answer.columns().stream().map(ColumnInfo::name).toList())));
        answer.rows().forEach(row -> lines.add("|" + String.join("|", row).replace("\t", "\\t") + "|"));
        return lines;
    }

    /** Returns the lines, with the expected line in the place of each line that fits it. */
    private static List<String> fitted(List<String> lines, List<String> expected) {
        return IntStream.range(0, lines.size())
                .mapToObj(i ->
                        i < expected.size() && fits(lines.get(i), expected.get(i)) ? expected.get(i) : lines.get(i))
                .toList();
    }

    /** Tells whether a line is the expected one, where an ellipsis stands for anything, such as a time. */
    private static boolean fits(String line, String expected) {
        int dots = expected.indexOf('…');
        if (dots < 0) {
            return line.equals(expected);
        }
        String rest = expected.substring(dots + 1);
        return line.startsWith(expected.substring(0, dots))
                && IntStream.rangeClosed(dots, line.length()).anyMatch(start -> fits(line.substring(start), rest));
    }
}
