package io.laguna.emulator.athena.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.client.Row;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValuesTest {
    @Test
    void nestedValuesAreWrittenAsAthenaWritesThem() {
        assertThat(Values.text(Arrays.asList(1, null, 3))).contains("[1, null, 3]");
        assertThat(Values.text(Map.of("a", List.of(1)))).contains("{a=[1]}");
        assertThat(Values.text(
                        Row.builder().addField("x", 1).addUnnamedField("b").build()))
                .contains("{x=1, field1=b}");
    }

    @Test
    void bytesAreHexadecimalPairs() {
        assertThat(Values.text(new byte[] {0x68, 0x69, (byte) 0xff})).contains("68 69 ff");
    }

    @Test
    void numbersKeepTheirForm() {
        assertThat(Values.text(1.0e10)).contains("1.0E10");
        assertThat(Values.text(new BigDecimal("1.50"))).contains("1.50");
        assertThat(Values.text(null)).isEqualTo(Optional.empty());
    }
}
