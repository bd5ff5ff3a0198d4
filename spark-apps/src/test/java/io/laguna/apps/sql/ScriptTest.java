package io.laguna.apps.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.laguna.apps.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class ScriptTest {

    @TempDir
    Path folder;

    @Test
    void eachStatementSeesWhatTheOnesBeforeItDid(SparkSession spark) throws IOException {
        run(
                spark,
                "CREATE DATABASE raw LOCATION '" + folder.resolve("raw") + "'",
                "CREATE TABLE raw.words (word STRING, n INT) USING parquet",
                "INSERT INTO raw.words VALUES ('one', 1), ('two', 2), (NULL, 3)",
                "SELECT word, n FROM raw.words ORDER BY n");

        assertThat(output()).containsExactly("{\"word\":\"one\",\"n\":1}", "{\"word\":\"two\",\"n\":2}", "{\"n\":3}");
    }

    @Test
    void aStatementThatFailsEndsTheScriptWithSparksError(SparkSession spark) {
        assertThatExceptionOfType(AnalysisException.class)
                .isThrownBy(() -> run(spark, "SELECT * FROM raw.nothing", "CREATE DATABASE raw"))
                .withMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> run(spark, "SELEKT 1", "CREATE DATABASE raw"));
        assertThat(spark.catalog().databaseExists("raw")).isFalse();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aQueryInTheMiddleIsRunToo(SparkSession spark) {
        assertThatExceptionOfType(SparkException.class)
                .isThrownBy(() -> run(spark, "SELECT raise_error('too late') AS x", "SELECT 1 AS one"))
                .withStackTraceContaining("too late");
    }

    @Test
    void anOutputThatIsThereIsNotReplaced(SparkSession spark) throws IOException {
        run(spark, "SELECT 1 AS one");

        assertThatExceptionOfType(AnalysisException.class)
                .isThrownBy(() -> run(spark, "SELECT 2 AS two"))
                .withMessageContaining("PATH_ALREADY_EXISTS");
        assertThat(output()).containsExactly("{\"one\":1}");
    }

    @Test
    void nothingToRunIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Script(List.of()));
    }

    private void run(SparkSession spark, String... statements) {
        new Script(List.of(statements))
                .run(spark, Optional.of(folder.resolve("out").toUri().toString()));
    }

    private List<String> output() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            Path part = files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            return Files.readAllLines(part);
        }
    }
}
