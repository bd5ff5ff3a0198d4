package io.laguna.emulator.athena.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.kit.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedResultsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String PLACE = ManagedResults.folderOf(new Caller("123456789012", "eu-west-1")) + "query.csv";

    @TempDir
    private Path folder;

    @Test
    void aResultIsReadFromAnyByteOn() throws IOException {
        ManagedResults results = at(Duration.ZERO);
        put(results, PLACE, "\"a\"\n\"1\"\n");

        assertThat(results.size(PLACE)).isEqualTo(8);
        assertThat(results.open(PLACE, 4)).hasContent("\"1\"\n");
    }

    @Test
    void aResultIsGoneAfterADay() {
        put(at(Duration.ZERO), PLACE, "1");

        assertThat(at(Duration.ofHours(24)).has(PLACE)).isTrue();
        ManagedResults later = at(Duration.ofHours(24).plusSeconds(1));
        assertThat(later.has(PLACE)).isFalse();
        put(later, PLACE + "2", "2");
        assertThat(folder.resolve("123456789012/query.csv")).doesNotExist();
    }

    private ManagedResults at(Duration later) {
        return new ManagedResults(folder, Clock.fixed(START.plus(later), ZoneOffset.UTC));
    }

    private static void put(ManagedResults results, String place, String content) {
        results.put(place, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
