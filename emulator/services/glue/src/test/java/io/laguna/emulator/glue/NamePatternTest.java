package io.laguna.emulator.glue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
    private static final List<String> NAMES = List.of("orders", "orders_2026", "my_orders", "o", "oo", "ord-x");

    @ParameterizedTest
    @CsvSource(
            delimiter = '\t',
            value = {
                // Hive's wildcard
                "*orders* | orders orders_2026 my_orders",
                "orders* | orders orders_2026",
                "*orders | orders my_orders",
                "o*6 | orders_2026",
                "ord-* | ord-x",
                "*26|my* | orders_2026 my_orders",
                "(ord*|my*) | orders orders_2026 my_orders ord-x",
                "^orders*$ | orders orders_2026",
                "* | orders orders_2026 my_orders o oo ord-x",
                // Regular expressions
                "orders.* | orders orders_2026",
                ".*orders.* | orders orders_2026 my_orders",
                "(o)* | o oo",
                "[o]* | o oo",
                "[a-z]* | orders o oo",
                "\\w* | orders orders_2026 my_orders o oo",
                "orders_\\d+ | orders_2026",
                "ORDERS | orders",
            })
    void isAWildcardOrRepeats(String row) {
        int bar = row.lastIndexOf(" | ");
        assertThat(NamePattern.of(row.substring(0, bar)).matching(NAMES))
                .containsExactly(row.substring(bar + 3).split(" "));
    }
}
