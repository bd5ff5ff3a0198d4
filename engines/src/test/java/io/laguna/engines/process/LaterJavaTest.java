package io.laguna.engines.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaterJavaTest {
    /** A release later than any JDK that a machine may have. */
    private static final int RELEASE = 900;

    @TempDir
    private Path folder;

    @Test
    void theVariableOfTheEngineWins() throws IOException {
        Path named = jdk("named", "901.0.1");
        Path other = jdk("other", "902");

        assertThat(find(Map.of("ENGINE_HOME", named.toString(), "JAVA_HOME", other.toString())))
                .isEqualTo(named.resolve("bin/java"));
    }

    @Test
    void withoutItJavaHomeWillDo() throws IOException {
        Path other = jdk("other", "900-ea");

        assertThat(find(Map.of("JAVA_HOME", other.toString()))).isEqualTo(other.resolve("bin/java"));
    }

    @Test
    void anOlderJdkInTheVariableIsNamed() throws IOException {
        Path old = jdk("old", "17.0.9");

        assertThatThrownBy(() -> find(Map.of("ENGINE_HOME", old.toString())))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("ENGINE_HOME is " + old)
                .hasMessageContaining("no JDK 900");
    }

    @Test
    void whereThereIsNoneItSaysWhatToDo() throws IOException {
        Path old = jdk("old", "17");

        assertThatThrownBy(() -> find(Map.of("JAVA_HOME", old.toString())))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("The engine needs a JDK 900")
                .hasMessageContaining("set ENGINE_HOME to it");
    }

    private static Path find(Map<String, String> environment) {
        return LaterJava.find("The engine", RELEASE, "ENGINE_HOME", environment);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = Files.createFile(home.resolve("bin/java"));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home;
    }
}
