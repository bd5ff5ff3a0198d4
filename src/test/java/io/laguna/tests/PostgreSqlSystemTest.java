package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.PostgreSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgreSqlSystemTest {
    @TempDir
    private Path folder;

    @Test
    void startsOverTheLockOfAServerWhoseProcessIdIsSomebodyElses() throws IOException {
        Workspace workspace = Workspace.of(LagunaCommand.home(), folder);
        try (PostgreSql first = new PostgreSql(workspace, 0)) {
            first.start();
        }
        Path lock = workspace.state().resolve("postgresql/cluster/postmaster.pid");
        Files.writeString(lock, ProcessHandle.current().pid() + "\n");

        try (PostgreSql second = new PostgreSql(workspace, 0)) {
            second.start();

            assertThat(second.isRunning()).isTrue();
        }
    }
}
