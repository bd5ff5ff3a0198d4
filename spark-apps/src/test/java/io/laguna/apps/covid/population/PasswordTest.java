package io.laguna.apps.covid.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.laguna.apps.SparkTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class PasswordTest {

    @TempDir
    Path folder;

    @Test
    void theLastEndOfLineIsNotPartOfIt(SparkSession spark) throws IOException {
        assertThat(Password.in(spark, file(" se cr\u00e9t \n"))).isEqualTo(" se cr\u00e9t ");
        assertThat(Password.in(spark, file("secret\r\n"))).isEqualTo("secret");
        assertThat(Password.in(spark, file("secret\n\n"))).isEqualTo("secret\n");
        assertThat(Password.in(spark, file("secret"))).isEqualTo("secret");
        assertThat(Password.in(spark, file(""))).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamed(SparkSession spark) {
        String uri = folder.resolve("missing").toUri().toString();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> Password.in(spark, uri))
                .withMessageContaining(uri);
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("password"), content).toUri().toString();
    }
}
