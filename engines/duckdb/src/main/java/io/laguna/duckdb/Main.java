package io.laguna.duckdb;

import io.laguna.duckdb.scan.Database;
import io.laguna.duckdb.wire.Server;
import io.laguna.duckdb.wire.Users;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The program. Its settings are in the environment, where no list of processes shows the passwords: {@code DUCKDB_PORT},
 * {@code DUCKDB_OWNER_PASSWORD}, {@code DUCKDB_READER_PASSWORD}, {@code DUCKDB_FOLDERS} (all that it may read and
 * write), {@code DUCKDB_SCRATCH}, {@code DUCKDB_MEMORY}.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Map<String, String> environment = System.getenv();
        List<Path> folders = Arrays.stream(environment.get("DUCKDB_FOLDERS").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        Database database = Database.open(
                folders, Path.of(environment.get("DUCKDB_SCRATCH")), environment.getOrDefault("DUCKDB_MEMORY", "1GB"));
        Users users = new Users(environment.get("DUCKDB_OWNER_PASSWORD"), environment.get("DUCKDB_READER_PASSWORD"));
        new Server(Integer.parseInt(environment.get("DUCKDB_PORT")), users, database).serve();
    }
}
