package io.laguna.emulator.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFolderTest {
    @ParameterizedTest
    @ValueSource(strings = {"s3://logs/emr", "s3://logs/emr/", "s3n://logs/emr/", "s3a://logs/emr//"})
    void everySpellingOfALogUriIsTheSameFolder(String uri) {
        assertThat(LogFolder.of(uri)).contains(new LogFolder("logs", "emr/"));
    }

    @Test
    void aBucketAloneIsAFolder() {
        assertThat(LogFolder.of("s3://logs")).contains(new LogFolder("logs", ""));
        assertThat(LogFolder.of("s3://logs").orElseThrow().resolve("j-1").uri("stderr"))
                .isEqualTo("s3://logs/j-1/stderr.gz");
    }

    @Test
    void whatIsNotInS3IsNoFolder() {
        assertThat(LogFolder.of("/var/log")).isEmpty();
    }
}
