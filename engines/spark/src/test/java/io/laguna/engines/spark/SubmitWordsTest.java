package io.laguna.engines.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SubmitWordsTest {
    private static final NodeFiles NONE = new NodeFiles(Map.of(), List.of());

    @Test
    void aJobForYarnRunsInTheDriversOwnJvm() {
        SubmitWords words = new SubmitWords(
                List.of("--master", "yarn", "--deploy-mode", "cluster", "--class", "A", "a.jar", "--master", "x"),
                false,
                NONE);

        assertThat(words.options(false))
                .containsExactly("--master", "local[*]", "--class", "A", "--deploy-mode", "client");
        assertThat(words.rest()).containsExactly("a.jar", "--master", "x");
    }

    @Test
    void anotherLocalMasterStays() {
        assertThat(new SubmitWords(List.of("--conf", "spark.master=local[2]", "a.jar"), false, NONE).options(false))
                .startsWith("--master", "local[2]");
    }

    @Test
    void optionsOfSparkSqlMayStandAmongSparks() {
        SubmitWords words =
                new SubmitWords(List.of("-e", "SELECT 1", "--conf", "a=b", "--driver-memory=3g", "-S"), true, NONE);

        assertThat(words.rest()).containsExactly("-e", "SELECT 1", "-S");
        assertThat(words.options(false)).containsSequence("--conf", "a=b");
        assertThat(words.value("--driver-memory", "spark.driver.memory")).contains("3g");
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        assertThatThrownBy(() -> new SubmitWords(List.of("--class"), false, NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--class");
    }

    @Test
    void filesOfANodeAreThoseOfThisMachine() {
        NodeFiles files = new NodeFiles(
                Map.of(Pattern.compile("(?<![^,:=])/usr/lib/hudi/hudi-spark-bundle\\.jar(?![^,:])"), "/m2/hudi.jar"),
                List.of("/m2/iceberg.jar"));
        SubmitWords words = new SubmitWords(
                List.of("--jars", "s3://b/a.jar,/usr/lib/hudi/hudi-spark-bundle.jar", "--conf", "a=b", "x.jar"),
                false,
                files);
        words.addJars(words.value("--jars", "spark.jars"));

        assertThat(words.options(false)).containsSequence("--jars", "s3://b/a.jar,/m2/hudi.jar,/m2/iceberg.jar");
    }
}
