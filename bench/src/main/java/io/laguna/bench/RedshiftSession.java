package io.laguna.bench;

import io.laguna.emulator.lake.Lake;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.emulator.lake.LakePorts;
import io.laguna.emulator.lake.LakeSettings;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.s3.S3Client;

/** A lake with clusters of Redshift that are measured. */
final class RedshiftSession implements AutoCloseable {
    static final String BUCKET = "bench";
    private static final String USER = "admin";
    private static final String PASSWORD = "Secret-of-bench-1";
    private static final long BETWEEN_LOOKS = 20;

    private final Lake lake;
    private final LakeClients clients;
    private final S3Client s3;
    private final RedshiftClient redshift;

    RedshiftSession(Workspace workspace) {
        this.lake = Lake.start(workspace, LakeSettings.open(LakePorts.free()), (engine, elapsed) -> {});
        this.clients = LakeClients.of(lake.addresses().endpoint(), workspace.state());
        this.s3 = clients.s3();
        this.redshift = clients.client(RedshiftClient.builder());
        s3.createBucket(create -> create.bucket(BUCKET));
    }

    LakeClients clients() {
        return clients;
    }

    S3Client s3() {
        return s3;
    }

    void create(String cluster) {
        redshift.createCluster(create -> create.clusterIdentifier(cluster)
                .nodeType("dc2.large")
                .masterUsername(USER)
                .masterUserPassword(PASSWORD)
                .iamRoles("arn:aws:iam::000000000000:role/bench"));
    }

    /** Connects to a cluster as soon as it is available. */
    Connection connect(String cluster) throws SQLException, InterruptedException {
        Cluster found = describe(cluster);
        while (!found.clusterStatus().equals("available")) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
            found = describe(cluster);
        }
        Properties properties = new Properties();
        properties.put("user", USER);
        properties.put("password", PASSWORD);
        properties.put("sslmode", "disable");
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + found.endpoint().port() + "/dev", properties);
    }

    private Cluster describe(String cluster) {
        return redshift.describeClusters(describe -> describe.clusterIdentifier(cluster))
                .clusters()
                .get(0);
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the bytes that the processes of all clusters hold, shared ones by their share. */
    static long memory() throws IOException {
        long kilobytes = 0;
        for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
            Path folder = Path.of("/proc", Long.toString(process.pid()));
            try {
                if (Files.readSymbolicLink(folder.resolve("cwd")).toString().contains("/redshift/clusters/")) {
                    kilobytes += share(Files.readAllLines(folder.resolve("smaps_rollup")));
                }
            } catch (NoSuchFileException e) {
                // A process that has ended meanwhile holds nothing.
            }
        }
        return kilobytes * 1024;
    }

    private static long share(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    @Override
    public void close() {
        redshift.close();
        s3.close();
        lake.close();
    }
}
