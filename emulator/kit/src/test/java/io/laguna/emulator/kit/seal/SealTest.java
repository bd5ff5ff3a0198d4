package io.laguna.emulator.kit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
    private static final String TEXT = "hunter2 ñ 漢";

    @Test
    void whatIsSealedOpensAfterARestartForItsPlaceAlone(@TempDir Path folder) {
        String sealed = Seal.keptIn(folder).close(TEXT, "connection/one");

        assertThat(Seal.keptIn(folder).open(sealed, "connection/one")).isEqualTo(TEXT);
        assertThatThrownBy(() -> Seal.keptIn(folder).open(sealed, "connection/two"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sealedTextTellsNothingNotEvenThatTwoAreEqual(@TempDir Path folder) {
        Seal seal = Seal.keptIn(folder);

        assertThat(seal.close("hunter2", "a")).doesNotContain("hunter2").isNotEqualTo(seal.close("hunter2", "a"));
    }

    @Test
    void anotherKeyOpensNothing(@TempDir Path one, @TempDir Path other) {
        String sealed = Seal.keptIn(one).close(TEXT, "a");

        assertThatThrownBy(() -> Seal.keptIn(other).open(sealed, "a")).hasMessageContaining("seal.key");
    }

    @Test
    void theKeyIsItsOwnersAlone(@TempDir Path folder) throws IOException {
        Seal.keptIn(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("seal.key"))))
                .isEqualTo("rw-------");
    }
}
