package io.laguna.engines.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The SQL files that fill the source database, in the order of their names.
 *
 * @param folder the files
 * @param loaded remembers the digest of the files that were loaded; written last, so that a load that died is redone
 */
record MariaDbSeed(Path folder, Path loaded, MariaDbClient client) {
    /** The account jobs read with; it can do nothing else. The password is no secret: the data are published. */
    static final String READER = "covid_reader";

    static final String READER_PASSWORD = "covid_reader";

    void load() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> scripts = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            String digest = digest(scripts);
            if (Files.exists(loaded) && Files.readString(loaded).equals(digest)) {
                return;
            }
            scripts.forEach(client::run);
            client.execute("create user if not exists '" + READER + "'@'%' identified by '" + READER_PASSWORD
                    + "'; grant select on covid.* to '" + READER + "'@'%'");
            Files.writeString(loaded, digest);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load the SQL files of " + folder, e);
        }
    }

    private static String digest(List<Path> scripts) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path script : scripts) {
                digest.update(Files.readAllBytes(script));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
