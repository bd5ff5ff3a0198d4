package io.laguna.pipelines.covid.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class SodaQueryTest {

    @Test
    void asksForAllCasesOfColombiaUnlessToldOtherwise() {
        assertThat(SodaQuery.colombianCases())
                .isEqualTo(new SodaQuery(
                        URI.create("https://www.datos.gov.co"),
                        "gt2j-8ykr",
                        50_000,
                        Optional.empty(),
                        6,
                        Optional.empty(),
                        OptionalLong.empty(),
                        Duration.ofMinutes(3)));
    }

    @Test
    void neverShowsTheAppToken() {
        SodaQuery query = SodaQuery.colombianCases().withAppToken(new AppToken("s3cr3t"));

        assertThat(query.toString() + query.source()).doesNotContain("s3cr3t");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AppToken("s3cr3t\n"))
                .withMessageNotContaining("s3cr3t");
    }

    @Test
    void refusesWhatNoServerCanAnswer() {
        SodaQuery query = SodaQuery.colombianCases();

        assertThatIllegalArgumentException().isThrownBy(() -> query.withPageSize(0));
        assertThatIllegalArgumentException().isThrownBy(() -> query.withPageSize(100_001));
        assertThatIllegalArgumentException().isThrownBy(() -> query.withMaxAttempts(0));
        assertThatIllegalArgumentException().isThrownBy(() -> query.withMaxRows(0));
        assertThatIllegalArgumentException().isThrownBy(() -> query.withBase(URI.create("ftp://portal")));
    }
}
