package io.laguna.apps.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.apps.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class SummariesTest {

    record Run(long rowsOut, Map<String, Long> rejectedByReason) {}

    @TempDir
    Path folder;

    @Test
    void componentsAreSnakeCaseAndKeysStayAsTheyAre(SparkSession spark) throws IOException {
        Summaries.write(spark, uri(), new Run(7, Map.of("unknown department", 2L)));

        assertThat(Files.readString(folder.resolve("summary/run.json")))
                .contains("\"rows_out\" : 7", "\"rejected_by_reason\"", "\"unknown department\" : 2");
    }

    @Test
    void theLastOneWrittenIsRead(SparkSession spark) {
        Summaries.write(spark, uri(), new Run(1, Map.of()));
        Summaries.write(spark, uri(), new Run(2, Map.of()));

        assertThat(Summaries.read(spark, uri(), Run.class)).contains(new Run(2, Map.of()));
        assertThat(folder.resolve("summary").toFile().list((parent, name) -> name.endsWith(".new")))
                .isEmpty();
    }

    @Test
    void whatWasNeverWrittenIsAbsent(SparkSession spark) {
        assertThat(Summaries.read(spark, uri(), Run.class)).isEmpty();
    }

    private String uri() {
        return folder.toUri() + "summary/run.json";
    }
}
