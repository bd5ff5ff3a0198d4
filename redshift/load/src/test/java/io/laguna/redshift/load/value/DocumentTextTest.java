package io.laguna.redshift.load.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTextTest {
    @ParameterizedTest
    @CsvSource({
        "2020-01-02T03:04:00Z, 2020-01-02 03:04:00",
        "2020-01-02T00:00:00Z, 2020-01-02 00:00:00",
        "2020-01-02T03:04:05Z, 2020-01-02 03:04:05",
        "2020-01-02T03:04:05.500Z, 2020-01-02 03:04:05.5",
        "1969-12-31T23:59:59.999999Z, 1969-12-31 23:59:59.999999"
    })
    void aMomentHasItsSeconds(Instant moment, String text) {
        assertThat(DocumentText.ofMoment(moment)).isEqualTo(text);
    }
}
