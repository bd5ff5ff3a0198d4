package io.laguna.emulator.kit.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadsTest {
    /** Deliveries are numbered from zero; what goes together has the same letter, and {@code -} goes alone. */
    @ParameterizedTest
    @CsvSource({
        "''     , ''",
        "---    , 0 1 2",
        "aab    , 01 2",
        "aaaa   , 012 3",
        "abab   , 02 13",
        "a-a-aa , 1 3 024 5",
        "abcabc , 03 14 25",
        "aAaa   , 1 023"
    })
    void whatGoesTogetherIsOneLoadInItsOrder(String together, String loads) {
        List<Delivery> deliveries = IntStream.range(0, together.length())
                .mapToObj(number -> new Delivery(
                        number,
                        Optional.empty(),
                        Optional.of(together.substring(number, number + 1).toLowerCase(Locale.ROOT))
                                .filter(text -> !text.equals("-")),
                        "",
                        0,
                        Character.isUpperCase(together.charAt(number)) ? 1 : 0,
                        Instant.EPOCH))
                .toList();

        assertThat(new Loads(2, 3)
                        .of(deliveries).stream()
                                .map(load -> load.stream()
                                        .map(each -> Long.toString(each.number()))
                                        .collect(Collectors.joining()))
                                .collect(Collectors.joining(" ")))
                .isEqualTo(loads);
    }
}
