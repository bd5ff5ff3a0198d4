package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.engines.process.EngineFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubmitOptionsTest {
    @Test
    void whatStandsBehindTheApplicationIsItsOwn() {
        SubmitOptions options = SubmitOptions.of(List.of(
                "--class",
                "a.B",
                "--conf",
                "spark.x=1=2",
                "-c",
                "spark.y=",
                "--verbose",
                "--name=n m",
                "s3://b/app.jar",
                "--class",
                "c.D",
                "--conf"));

        assertThat(options.value("--class")).contains("a.B");
        assertThat(options.value("--name")).contains("n m");
        assertThat(options.has("--verbose")).isTrue();
        assertThat(options.properties()).containsEntry("spark.x", "1=2").containsEntry("spark.y", "");
        assertThat(options.application()).containsExactly("s3://b/app.jar", "--class", "c.D", "--conf");
    }

    @Test
    void optionsOfSparkSqlMayStandAmongSparks() {
        SubmitOptions options =
                SubmitOptions.among(List.of("-e", "SELECT 1", "-c", "a=b", "--driver-memory=3g", "-S", "--name", "n"));

        assertThat(options.application()).containsExactly("-e", "SELECT 1", "-S");
        assertThat(options.properties()).containsEntry("a", "b");
        assertThat(options.options().stream().flatMap(SubmitOptions.Option::words))
                .containsExactly("--conf", "a=b", "--driver-memory", "3g", "--name", "n");
    }

    @Test
    void wordsThatSparkWouldNotUnderstandAreRefused() {
        assertThatThrownBy(() -> SubmitOptions.of(List.of("--clas", "a.B")))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("--clas");
        assertThatThrownBy(() -> SubmitOptions.of(List.of("--class"))).hasMessageContaining("no value");
        assertThatThrownBy(() -> SubmitOptions.of(List.of("--conf", "spark.x")).properties())
                .hasMessageContaining("key=value");
    }
}
