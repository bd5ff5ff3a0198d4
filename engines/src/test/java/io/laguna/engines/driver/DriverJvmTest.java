package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.process.S3Access;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverJvmTest {
    @TempDir
    private Path folder;

    @Test
    void theProgramsOfPythonAreBeforeThePathOfTheJob() throws IOException {
        DriverJvm jvm = jvm();
        Path python = jvm.workspace().home().resolve("engines/python/target/python");
        Files.createFile(Files.createDirectories(python).resolve("made-of"));

        Map<String, String> variables = jvm.environment(
                JobEnvironment.LAKE.withVariables(Map.of("PATH", "/opt/own")), Scratch.make(jvm.workspace()));

        assertThat(variables.get("PATH")).endsWith(":" + python.resolve("bin") + ":/opt/own");
    }

    @Test
    void hudiHasTheLakesDefaultsWhereTheClusterHasNone() {
        DriverJvm jvm = jvm();
        Scratch scratch = Scratch.make(jvm.workspace());

        assertThat(jvm.environment(JobEnvironment.LAKE, scratch))
                .containsEntry("HUDI_CONF_DIR", jvm.workspace().hiveConf().toString());
        assertThat(jvm.environment(JobEnvironment.LAKE.withVariables(Map.of("HUDI_CONF_DIR", "/own")), scratch))
                .containsEntry("HUDI_CONF_DIR", "/own");
    }

    private DriverJvm jvm() {
        Workspace workspace = Workspace.of(folder.resolve("home"), folder.resolve("lake"));
        return new DriverJvm(
                workspace,
                new S3Access("http://127.0.0.1:1", "key", "secret"),
                "thrift://127.0.0.1:1",
                new NodeView(new NodeTree(workspace)));
    }
}
