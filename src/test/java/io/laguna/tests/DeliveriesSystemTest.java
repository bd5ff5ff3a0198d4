package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.pipelines.covid.sample.CaseGenerator;
import io.laguna.pipelines.covid.sample.CaseSample;
import io.laguna.pipelines.covid.sample.SampleFigures;
import io.laguna.tests.LagunaCommand.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that delivery after delivery goes through the whole pipeline, on one lake that stays up. A fault that only some
 * deliveries meet does not show in the two of {@link UpsertSystemTest}.
 */
@Tag("long")
@Tag("deliveries")
class DeliveriesSystemTest {
    private static final int DELIVERIES = Integer.getInteger("laguna.test.rounds", 3);
    private static final long ROWS = 8_000;
    private static final long NEW_ROWS = 100;

    @TempDir
    private Path folder;

    @Test
    void everyDeliveryIsAccountedForToTheLastCase() throws IOException {
        Path lake = folder.resolve("lake");
        LagunaCommand laguna = new LagunaCommand(lake);
        ZoneFiles zones = new ZoneFiles(lake);
        CaseSample sample = CaseSample.of(ROWS, 7);
        assertThat(laguna.run("up")).returns(0, Result::exitCode);
        try {
            for (int delivery = 1; delivery <= DELIVERIES; delivery++) {
                Path file = folder.resolve("delivery.csv");
                SampleFigures figures = new CaseGenerator(sample).writeTo(file, rows -> {});
                long begun = System.nanoTime();

                Result demo = laguna.run("demo", "--cases", file.toString());

                System.out.printf(Locale.ROOT, "delivery %d: %.1f s%n", delivery, (System.nanoTime() - begun) / 1e9);
                assertThat(demo.exitCode())
                        .as("delivery %d: %s", delivery, demo.output())
                        .isZero();
                assertThat(zones.number("select count(*) from " + zones.table("trusted", "cases")))
                        .isEqualTo(figures.cases());
                assertThat(lake.resolve("zones/refined/covid/models/recovery/model/metadata"))
                        .isDirectory();
                assertThat(lake.resolve("zones/refined/covid/models/recovery/_model.new"))
                        .doesNotExist();
                Files.delete(file);
                sample = sample.next(NEW_ROWS);
            }
        } finally {
            assertThat(laguna.run("down")).returns(0, Result::exitCode);
        }
    }
}
