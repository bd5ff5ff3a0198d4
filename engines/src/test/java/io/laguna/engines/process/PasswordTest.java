package io.laguna.engines.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordTest {
    @TempDir
    private Path folder;

    @Test
    void isMadeOnceAndReadableByItsOwnerOnly() throws IOException {
        Password made = Password.keptIn(folder.resolve("password"));

        assertThat(Password.keptIn(folder.resolve("password"))).isEqualTo(made);
        assertThat(made.value()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(Files.getPosixFilePermissions(made.file()))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(made.toString()).doesNotContain(made.value());
    }
}
