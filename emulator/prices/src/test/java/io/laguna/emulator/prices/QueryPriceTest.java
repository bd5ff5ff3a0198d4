package io.laguna.emulator.prices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class QueryPriceTest {
    private final QueryPrice price = QueryPrice.of(PriceTable.read(
            PriceTable.latest(Path.of(System.getProperty("laguna.home")).resolve("data/prices"))));

    @Test
    void aTerabyteCostsFiveDollars() {
        assertThat(price.of(1_000_000_000_000L)).isEqualByComparingTo("5");
    }

    @Test
    void aSmallQueryCostsAsMuchAsTenMegabytes() {
        assertThat(price.of(0)).isEqualByComparingTo("0.00005");
        assertThat(price.of(10_000_000)).isEqualByComparingTo("0.00005");
    }

    @Test
    void aMegabyteThatIsBegunIsBilled() {
        assertThat(price.of(10_000_001)).isEqualByComparingTo("0.000055");
        assertThat(price.of(11_000_000)).isEqualByComparingTo("0.000055");
    }
}
