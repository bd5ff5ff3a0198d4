package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverLogTest {
    @TempDir
    private Path folder;

    @Test
    void leavesTheProgressBarOutAndNothingElse() throws IOException {
        String bar = "\r[Stage 0:=====>        (1 + 1) / 2]\r";

        assertThat(read("first\n" + bar.repeat(5_000) + "\r      \rsecond\nthird"))
                .isEqualTo("first\nsecond\nthird");
        assertThat(read("line\r\nnext\r\n")).isEqualTo("line\r\nnext\r\n");
        assertThat(read("half\r[Stage")).isEqualTo("half\r[Stage");
        assertThat(read("\r" + "x".repeat(3_000) + "\r")).isEqualTo("\r" + "x".repeat(3_000) + "\r");
    }

    private String read(String text) throws IOException {
        return DriverLog.read(Files.writeString(folder.resolve("stderr"), text));
    }
}
