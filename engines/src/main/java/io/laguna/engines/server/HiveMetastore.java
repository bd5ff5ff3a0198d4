package io.laguna.engines.server;

import io.laguna.engines.process.ChildProcess;
import io.laguna.engines.process.JavaCommand;
import io.laguna.engines.process.Ports;
import io.laguna.engines.process.S3Access;
import io.laguna.engines.process.Versions;
import io.laguna.engines.process.Workspace;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Hive Metastore on PostgreSQL: the catalog of every Spark job. It speaks Thrift on loopback, without passwords.
 */
public final class HiveMetastore extends LocalServer {
    public static final String NAME = "metastore";
    /** The name of its database in PostgreSQL. */
    public static final String DATABASE = "metastore";

    private static final Duration DEADLINE = Duration.ofSeconds(90);

    private final Workspace workspace;
    private final PostgreSql database;
    private final S3Access s3;

    /**
     * Creates an engine that has yet to be started.
     *
     * @param port the port to listen on, or 0 for a free one
     * @param database has to be started before this
     * @param s3 where table locations are
     */
    public HiveMetastore(Workspace workspace, int port, PostgreSql database, S3Access s3) {
        super(workspace, NAME, port);
        this.workspace = workspace;
        this.database = database;
        this.s3 = s3;
    }

    @Override
    public void start() {
        claimPort();
        List<String> words = JavaCommand.of(
                workspace,
                NAME,
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                "io.laguna.engines.metastore.MetastoreServer",
                List.of(Integer.toString(port())));
        DatabaseAccess catalog = database.database(DATABASE);
        Map<String, String> environment = new HashMap<>(s3.environment());
        environment.put(
                "METASTORE_HOME",
                workspace
                        .engineBuild(NAME)
                        .resolve("distribution/apache-hive-metastore-" + Versions.of(NAME) + "-bin")
                        .toString());
        environment.put("LAGUNA_METASTORE_JDBC_URL", catalog.url());
        environment.put("LAGUNA_METASTORE_JDBC_USER", catalog.user());
        environment.put("LAGUNA_METASTORE_JDBC_PASSWORD", catalog.password());
        run(ChildProcess.Command.of(words, environment), DEADLINE, () -> Ports.answers(port()));
    }

    /** Returns {@code thrift://127.0.0.1:port}, as hive.metastore.uris takes it. */
    @Override
    public String address() {
        return "thrift://127.0.0.1:" + port();
    }
}
