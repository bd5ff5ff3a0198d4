package io.laguna.engines.server;

import io.laguna.engines.process.ChildProcess;
import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.JavaCommand;
import io.laguna.engines.process.LaterJava;
import io.laguna.engines.process.S3Access;
import io.laguna.engines.process.Versions;
import io.laguna.engines.process.Workspace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The Trino that Athena's queries run on: a coordinator that is its own worker, with the Hive and Iceberg connectors on
 * the lake's metastore and S3. Trino needs a later JDK than Laguna.
 *
 * @see <a href="https://trino.io/docs/current/installation/deployment.html">Deploying Trino</a>
 */
public final class Trino extends LocalServer {
    public static final String NAME = "trino";
    /** The variable that names the JDK that Trino runs on. */
    public static final String JAVA_HOME = "LAGUNA_TRINO_JAVA_HOME";

    private static final int RELEASE = 25;
    /** The time that a start may take. With much else on two cores, two minutes have not been enough. */
    static final Duration DEADLINE = Duration.ofMinutes(4);

    private static final String LOOPBACK = "127.0.0.1";

    private final Workspace workspace;
    private final String host;
    private final Engine metastore;
    private final S3Access s3;
    private final TrinoInfo info = new TrinoInfo();

    /**
     * Creates an engine that has yet to be started.
     *
     * @param port the port to listen on, or 0 for a free one
     * @param metastore has to be started before this
     * @param s3 where tables are
     */
    public Trino(Workspace workspace, int port, Engine metastore, S3Access s3) {
        this(workspace, LOOPBACK, port, metastore, s3);
    }

    /** Creates an engine that listens on another address than loopback, which is for containers. */
    public Trino(Workspace workspace, String host, int port, Engine metastore, S3Access s3) {
        super(workspace, NAME, port);
        this.workspace = workspace;
        this.host = host;
        this.metastore = metastore;
        this.s3 = s3;
    }

    /**
     * Returns the {@code java} that it runs on. Callers that need it late call this early.
     *
     * @throws EngineFailure when this machine has none, with what to do
     */
    public static Path requireJava() {
        return LaterJava.find(
                "Trino " + Versions.of(NAME) + ", which runs Athena's queries,", RELEASE, JAVA_HOME, System.getenv());
    }

    @Override
    public void start() {
        Path java = requireJava();
        close();
        claimPort();
        TrinoFiles files = new TrinoFiles(workspace.engineState(NAME));
        files.write(host, port(), metastore.address(), s3, plugin());
        run(ChildProcess.Command.of(command(java, files), s3.environment()), DEADLINE, () -> info.isStarted(address()));
    }

    /** Returns {@code http://127.0.0.1:port}. */
    @Override
    public String address() {
        return "http://" + LOOPBACK + ":" + port();
    }

    /**
     * Returns the address by which JDBC's clients reach the catalog of an instance.
     *
     * @param address as {@link #address}
     */
    public static String jdbcUrl(String address) {
        return "jdbc:trino://" + URI.create(address).getAuthority() + "/" + TrinoFiles.CATALOG;
    }

    private List<Path> plugin() {
        List<Path> jars = new ArrayList<>(workspace.jars("trino-lake"));
        jars.add(workspace.engineBuild("trino-lake").resolve("laguna-engine-trino-lake.jar"));
        return jars;
    }

    private List<String> command(Path java, TrinoFiles files) {
        return JavaCommand.of(
                java,
                workspace,
                NAME,
                List.of(
                        "-Xmx2g",
                        // The young generation has this size at once: growing to it would take many collections.
                        "-Xmn600m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dconfig=" + files.configuration(),
                        "-Dnode.environment=laguna",
                        "-Dnode.id=laguna",
                        "-Dnode.data-dir=" + files.data(),
                        "-Djdk.attach.allowAttachSelf=true",
                        "--add-modules=jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"),
                "io.laguna.engines.trino.TrinoServer",
                List.of(Versions.of(NAME)));
    }
}
