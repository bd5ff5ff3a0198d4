package io.laguna.emulator.prices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterPriceTest {
    private final ClusterPrice price =
            new ClusterPrice(Map.of("dc2.large", new BigDecimal("0.25"), "ra3.xlplus", new BigDecimal("1.086")));

    @Test
    void nodesCostTheirSumAndAnUnknownTypeHasNoPrice() {
        assertThat(price.perHour(Map.of("dc2.large", 2, "ra3.xlplus", 1))).contains(new BigDecimal("1.586"));
        assertThat(price.perHour(Map.of())).contains(BigDecimal.ZERO);
        assertThat(price.perHour(Map.of("dc2.large", 1, "n1", 1))).isEmpty();
    }
}
