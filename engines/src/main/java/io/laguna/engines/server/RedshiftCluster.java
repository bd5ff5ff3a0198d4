package io.laguna.engines.server;

import io.laguna.engines.process.Tool;
import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The PostgreSQL of one Redshift cluster: a process and a folder of data of its own, made from the
 * {@link RedshiftTemplate}.
 *
 * <p>Laguna's own superuser reaches it by a port on loopback, with a generated password. Whoever can open the socket in
 * {@link #socket()} is taken for the role that they name: its folder is the owner's alone, and the proxy before it has
 * asked for the password.
 */
public final class RedshiftCluster extends LocalServer {
    public static final String NAME = "redshift";
    /** The superuser of AWS itself, which Redshift's catalogs show: no client of a cluster is let in by this name. */
    public static final String SUPERUSER = "rdsdb";

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    /** The longest path of a socket that the JDK takes, one byte less than Linux does. */
    private static final int LONGEST_SOCKET = 106;

    private static final String HOST_RULES =
            """
            # Laguna's own superuser by the port; roles by the socket, whose folder is the owner's alone.
            local all %1$s reject
            local all all trust
            host all %1$s 127.0.0.1/32 scram-sha-256
            """
                    .formatted(SUPERUSER);

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_permissions=0700",
            "shared_buffers=16MB",
            "max_connections=500",
            "max_wal_senders=0",
            "wal_level=minimal",
            // A statement that fails may have a password in it.
            "log_min_error_statement=panic",
            // The proxy checks passwords by the digest that PostgreSQL keeps.
            "password_encryption=md5",
            // Who makes a role has its rights: Redshift's superusers are none of the engine's.
            "createrole_self_grant=set,inherit",
            // Snapshot isolation, as Redshift's databases have it.
            "default_transaction_isolation=repeatable read",
            "timezone=UTC",
            // Redshift writes 15 digits of a double, and 6 of a real.
            "extra_float_digits=0",
            "jit=off");

    private static final String STILL_COPY = "still-copy.sh";

    private final Workspace workspace;
    private final RedshiftTemplate template;
    private final Path data;
    private final Supplier<List<String>> ownSettings;
    private Optional<Path> socketFolder = Optional.empty();

    private RedshiftCluster(
            Workspace workspace,
            String name,
            RedshiftTemplate template,
            Path data,
            Supplier<List<String>> ownSettings) {
        super(workspace, name, 0);
        this.workspace = workspace;
        this.template = template;
        this.data = data;
        this.ownSettings = ownSettings;
    }

    /**
     * Returns the engine of a cluster, which has yet to be started; its first start makes its folder.
     *
     * @param cluster the identifier of a cluster or workgroup, a folder's name
     */
    public static RedshiftCluster of(Workspace workspace, RedshiftTemplate template, String cluster) {
        return of(workspace, template, cluster, List::of);
    }

    /**
     * Returns the engine of a cluster, which has yet to be started; its first start makes its folder.
     *
     * @param cluster the identifier of a cluster or workgroup, a folder's name
     * @param settings PostgreSQL's settings, each {@code name=value}, asked for at each start
     */
    public static RedshiftCluster of(
            Workspace workspace, RedshiftTemplate template, String cluster, Supplier<List<String>> settings) {
        return new RedshiftCluster(
                workspace,
                NAME + "-" + cluster,
                template,
                workspace.engineState(NAME).resolve("clusters").resolve(cluster).resolve("data"),
                settings);
    }

    static RedshiftCluster onTemplate(Workspace workspace, RedshiftTemplate template, Path data) {
        return new RedshiftCluster(workspace, NAME + "-template", template, data, List::of);
    }

    /** Copies the cluster's folder, whole or not at all, as it is now: the cluster may run, and goes on afterwards. */
    public void copyTo(Path copy) {
        Path partial = copy.resolveSibling(copy.getFileName() + ".partial");
        try {
            Files.createDirectories(copy.getParent());
            Tree.delete(partial);
            copy(partial);
            Files.move(partial, copy);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy " + name(), e);
        }
    }

    private void copy(Path partial) throws IOException {
        List<String> words = List.of("cp", "-a", "--reflink=auto", data.toString(), partial.toString());
        if (isRunning()) {
            String server =
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
            words = List.of("sh", "-c", stillCopy(), "copy", server, data.toString(), partial.toString());
        }
        Tool.check("Copying the cluster", words, Map.of(), Path.of("/dev/null"));
        Files.deleteIfExists(partial.resolve("postmaster.pid"));
    }

    private static String stillCopy() throws IOException {
        try (InputStream script = RedshiftCluster.class.getResourceAsStream(STILL_COPY)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Makes a folder of data that is a copy of another one that no process writes to, whole or not at all. */
    public static void copy(Path from, Path to) {
        RedshiftTemplate.copy(from, to);
    }

    /** Makes the cluster's folder of a copy, whole or not at all, unless it is there. */
    public void restoreFrom(Path copy) {
        if (!Files.exists(data)) {
            RedshiftTemplate.copy(copy, data);
        }
    }

    /** Deletes all that the cluster has, once it is closed. */
    public void delete() {
        try {
            Tree.delete(data.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + name(), e);
        }
    }

    /** Lets {@link #HOST_RULES} say who is let in. */
    static void writeHostRules(Path data) {
        try {
            Files.writeString(data.resolve("pg_hba.conf"), HOST_RULES);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the rules of hosts in " + data, e);
        }
    }

    @Override
    public void start() {
        if (!Files.exists(data)) {
            template.copyTo(data);
        }
        claimPort();
        Path folder = makeSocketFolder();
        socketFolder = Optional.of(folder);
        List<String> settings = new ArrayList<>(SETTINGS);
        settings.add("unix_socket_directories=" + folder);
        settings.addAll(ownSettings.get());
        PostgreSqlBinaries binaries = PostgreSqlBinaries.of(workspace);
        run(binaries.server(data, port(), settings), DEADLINE, () -> client().answers());
        complete();
    }

    /** A cluster that cannot be completed is not let in at a second start either: it does not run. */
    private void complete() {
        try {
            template.complete(this);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Returns {@code jdbc:postgresql://127.0.0.1:port}, where only Laguna's own superuser is let in. */
    @Override
    public String address() {
        return "jdbc:postgresql://127.0.0.1:" + port();
    }

    /** Returns a database as Laguna's own superuser, who is no user of Redshift; it is created when it is not there. */
    public DatabaseAccess database(String name) {
        return client().database(name);
    }

    /** Returns a database that is there, as Laguna's own superuser, who is no user of Redshift. */
    public DatabaseAccess administrator(String name) {
        return new DatabaseAccess(
                address() + "/" + name, SUPERUSER, template.password().value());
    }

    /**
     * Returns where roles connect without a password.
     *
     * @throws IllegalStateException before the cluster is started
     */
    public UnixDomainSocketAddress socket() {
        Path folder = socketFolder.orElseThrow(() -> new IllegalStateException(name() + " is not started"));
        return UnixDomainSocketAddress.of(socketIn(folder));
    }

    /** Returns the folder with the cluster's data: its copy, while the cluster is stopped, is a snapshot. */
    public Path data() {
        return data;
    }

    private Path socketIn(Path folder) {
        return folder.resolve(".s.PGSQL." + port());
    }

    private Path makeSocketFolder() {
        Path beside = data.resolveSibling("socket");
        try {
            if (socketIn(beside).toString().length() > LONGEST_SOCKET) {
                return Files.createTempDirectory("laguna-redshift");
            }
            Files.createDirectories(beside);
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rwx------"));
            return beside;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder of the socket of " + name(), e);
        }
    }

    private PostgreSqlClient client() {
        return new PostgreSqlClient(address(), SUPERUSER, template.password().value());
    }
}
