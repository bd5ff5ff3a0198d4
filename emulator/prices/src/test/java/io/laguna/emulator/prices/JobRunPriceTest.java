package io.laguna.emulator.prices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the price of a run, against AWS's own examples. */
class JobRunPriceTest {
    @ParameterizedTest
    @CsvSource({
        // "a Spark job that runs for 15 minutes and uses 6 DPU ... $0.66"
        "6, 900, false, 0.660000",
        "10, 19, false, 0.073333",
        "10, 3600, true, 2.900000",
        "0.0625, 60, false, 0.000458",
    })
    void aRunCostsItsCapacityForItsTime(double dpu, long seconds, boolean isFlexible, BigDecimal dollars) {
        Path folder = Path.of(System.getProperty("laguna.home")).resolve("data/prices");

        assertThat(JobRunPrice.of(PriceTable.read(PriceTable.latest(folder))).of(dpu, seconds, isFlexible))
                .isEqualTo(dollars);
    }
}
