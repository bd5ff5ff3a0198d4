package io.laguna.tests;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Cluster;

/**
 * A cluster of Redshift in a lake that is killed.
 *
 * @param name its identifier
 */
record KilledCluster(String name, String password) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Has the cluster made. */
    void create(KilledLake lake) {
        try (RedshiftClient redshift = lake.clients().client(RedshiftClient.builder())) {
            redshift.createCluster(create -> create.clusterIdentifier(name)
                    .nodeType("dc2.large")
                    .masterUsername("admin")
                    .masterUserPassword(password));
        }
    }

    /** Returns a connection of the master user, once the cluster is available. */
    Connection connect(KilledLake lake) throws SQLException {
        try (RedshiftClient redshift = lake.clients().client(RedshiftClient.builder())) {
            Cluster cluster = await().atMost(PATIENCE)
                    .until(
                            () -> redshift.describeClusters(describe -> describe.clusterIdentifier(name))
                                    .clusters()
                                    .get(0),
                            found -> found.clusterStatus().equals("available"));
            Properties properties = new Properties();
            properties.put("user", "admin");
            properties.put("password", password);
            properties.put("sslmode", "disable");
            String url = "jdbc:postgresql://localhost:" + cluster.endpoint().port() + "/dev";
            return await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .until(() -> DriverManager.getConnection(url, properties), connection -> true);
        }
    }
}
