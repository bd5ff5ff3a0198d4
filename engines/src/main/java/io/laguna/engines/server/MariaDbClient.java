package io.laguna.engines.server;

import io.laguna.engines.process.Password;
import io.laguna.engines.process.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line client of MariaDB, as root. */
record MariaDbClient(Path binaries, int port, Password password) {
    boolean answers() {
        return Tool.run(words("--execute=select 1"), environment()).succeeded();
    }

    void execute(String sql) {
        Tool.check("MariaDB", words("--execute=" + sql), environment(), Path.of("/dev/null"));
    }

    void run(Path script) {
        Tool.check("Loading " + script.getFileName() + " into MariaDB", words(), environment(), script);
    }

    private List<String> words(String... more) {
        List<String> words = new ArrayList<>(List.of(
                binaries.resolve("bin/mariadb").toString(),
                "--no-defaults",
                "--host=127.0.0.1",
                "--port=" + port,
                "--user=root",
                "--skip-ssl",
                "--default-character-set=utf8mb4"));
        words.addAll(List.of(more));
        return words;
    }

    /** Returns the variable with the password: a command line is public on the machine, an environment is not. */
    private Map<String, String> environment() {
        return Map.of("MYSQL_PWD", password.value());
    }
}
