package io.laguna.engines.server;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Password;
import io.laguna.engines.process.Tool;
import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The folder of data that new Redshift clusters are copies of: a PostgreSQL in whose {@code template1} Redshift's
 * functions, types and views are defined. The first cluster makes it; other definitions make another one.
 */
public final class RedshiftTemplate {
    /** The databases in which each script is run; new databases are copies of the first. */
    private static final List<String> DATABASES = List.of("template1", "postgres");

    /** Strings are compared by their bytes, and have upper and lower case in every alphabet. */
    private static final String[] LOCALE = {"--locale-provider=builtin", "--builtin-locale=C.UTF-8"};

    private final Workspace workspace;
    private final List<String> scripts;
    private final Additions additions;

    /** Creates a template without additions, which is made when it is needed. */
    public RedshiftTemplate(Workspace workspace, List<String> scripts) {
        this(workspace, scripts, List.of());
    }

    /**
     * Creates a template that is made when it is needed.
     *
     * @param scripts statements of PostgreSQL, run in their order by a superuser who may change system catalogs
     * @param additions what is run after them, and on clusters that lack it
     */
    public RedshiftTemplate(Workspace workspace, List<String> scripts, List<Addition> additions) {
        this.workspace = workspace;
        this.scripts = List.copyOf(scripts);
        this.additions = new Additions(additions);
    }

    /** Makes what a running cluster lacks of the additions. */
    void complete(RedshiftCluster cluster) {
        additions.complete(cluster);
    }

    /**
     * Makes the folder of a new cluster, whole or not at all.
     *
     * @throws EngineFailure when a script fails
     */
    void copyTo(Path data) {
        try {
            copy(made(), data);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the template of Redshift clusters", e);
        }
    }

    /** Makes a folder of data that is a copy of another one, whole or not at all. */
    static void copy(Path from, Path data) {
        Path partial = data.resolveSibling(data.getFileName() + ".partial");
        try {
            Files.createDirectories(data.getParent());
            Tree.delete(partial);
            // By the system's own program, which keeps the owner's mode and shares blocks where the file system can.
            Tool.check(
                    "Copying the folder of a Redshift cluster",
                    List.of("cp", "-a", "--reflink=auto", from.toString(), partial.toString()),
                    Map.of(),
                    Path.of("/dev/null"));
            Files.move(partial, data);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the Redshift cluster in " + data, e);
        }
    }

    /**
     * Makes the template, unless it is there.
     *
     * @throws EngineFailure when a script fails
     */
    public void prepare() {
        try {
            var unused = made();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the template of Redshift clusters", e);
        }
    }

    /** Returns the password of the superuser, who is the same in every cluster. */
    Password password() {
        return Password.keptIn(folder().resolve("password"));
    }

    private synchronized Path made() throws IOException {
        PostgreSqlBinaries binaries = PostgreSqlBinaries.of(workspace);
        Path template = folder().resolve("template-" + key(binaries));
        if (Files.exists(template)) {
            return template;
        }
        Path unfinished = folder().resolve("template.unfinished");
        Tree.delete(unfinished);
        binaries.create(unfinished, RedshiftCluster.SUPERUSER, password(), LOCALE);
        RedshiftCluster.writeHostRules(unfinished);
        additions.mark(unfinished);
        try (RedshiftCluster server = RedshiftCluster.onTemplate(workspace, this, unfinished)) {
            server.start();
            for (String database : DATABASES) {
                run(server.database(database));
            }
        }
        return Files.move(unfinished, template);
    }

    private void run(DatabaseAccess database) {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("set allow_system_table_mods = on");
            for (String script : scripts) {
                statement.execute(script);
            }
            for (Addition addition : additions.all()) {
                statement.execute(addition.script());
            }
        } catch (SQLException e) {
            throw new EngineFailure(
                    "A definition of the template of Redshift clusters fails in " + database + ": " + e.getMessage(),
                    e);
        }
    }

    private String key(PostgreSqlBinaries binaries) {
        String all = binaries.folder().getFileName() + "\n" + String.join("\n", scripts) + "\n" + additions.key();
        return DigestUtils.sha256Hex(all.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }

    private Path folder() {
        return workspace.engineState(RedshiftCluster.NAME);
    }
}
