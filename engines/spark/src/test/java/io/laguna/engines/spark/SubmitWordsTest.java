package io.laguna.engines.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubmitWordsTest {
    @Test
    void aJobForYarnRunsInTheDriversOwnJvm() {
        SubmitWords words = new SubmitWords(
                List.of("--master", "yarn", "--deploy-mode", "cluster", "--class", "A", "a.jar", "--master", "x"),
                false);

        assertThat(words.options(false))
                .containsExactly("--master", "local[*]", "--class", "A", "--deploy-mode", "client");
        assertThat(words.rest()).containsExactly("a.jar", "--master", "x");
    }

    @Test
    void anotherLocalMasterStays() {
        assertThat(new SubmitWords(List.of("--conf", "spark.master=local[2]", "a.jar"), false).options(false))
                .startsWith("--master", "local[2]");
    }

    @Test
    void optionsOfSparkSqlMayStandAmongSparks() {
        SubmitWords words =
                new SubmitWords(List.of("-e", "SELECT 1", "--conf", "a=b", "--driver-memory=3g", "-S"), true);

        assertThat(words.rest()).containsExactly("-e", "SELECT 1", "-S");
        assertThat(words.options(false)).containsSequence("--conf", "a=b");
        assertThat(words.value("--driver-memory", "spark.driver.memory")).contains("3g");
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        assertThatThrownBy(() -> new SubmitWords(List.of("--class"), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--class");
    }
}
