package io.laguna.emulator.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterAlreadyExistsException;
import software.amazon.awssdk.services.redshift.model.ClusterNotFoundException;
import software.amazon.awssdk.services.redshift.model.GetClusterCredentialsResponse;
import software.amazon.awssdk.services.redshift.model.GetClusterCredentialsWithIamResponse;
import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;
import software.amazon.awssdk.services.redshift.model.Parameter;
import software.amazon.awssdk.services.redshift.waiters.RedshiftWaiter;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Tests of clusters by the SDK's client and AWS's driver, from their creation to their end. */
@ExtendWith(RedshiftLake.class)
class ClustersTest {
    private static final String PASSWORD = "Secret-of-tests-1";

    private final RedshiftLake.Running lake;
    private Redshift redshift;
    private RedshiftClient client;

    ClustersTest(RedshiftLake.Running lake) {
        this.lake = lake;
        open();
    }

    private void open() {
        redshift = lake.open();
        client = Rooms.of(RedshiftClient.class, redshift.rooms(EngineLake.CALLER))
                .client();
    }

    @AfterEach
    void close() {
        redshift.close();
    }

    @Test
    void aClusterTakesClientsAndIsThereAfterAPauseAndARestart() throws SQLException {
        create("living");
        await("living");
        try (Connection connection = connect("living", "admin", PASSWORD)) {
            assertThat(one(connection, "select 1")).isEqualTo("1");
            run(connection, "create table kept (n int)");
            run(connection, "insert into kept values (7)");
        }
        Cluster before = described("living");
        client.pauseCluster(pause -> pause.clusterIdentifier("living"));
        awaitStatus("living", "paused");
        assertThatThrownBy(() -> connect("living", "admin", PASSWORD).close()).isInstanceOf(SQLException.class);
        client.resumeCluster(resume -> resume.clusterIdentifier("living"));
        await("living");
        close();
        open();
        await("living");
        try (Connection connection = connect("living", "admin", PASSWORD)) {
            assertThat(one(connection, "select n from kept")).isEqualTo("7");
        }
        assertThat(described("living").endpoint()).isEqualTo(before.endpoint());
        delete("living");
    }

    @Test
    void theFirstQuestionOfAWaiterIsEnough() {
        create("waited");
        assertThat(described("waited").clusterStatus()).isEqualTo("available");
        client.deleteCluster(delete -> delete.clusterIdentifier("waited").skipFinalClusterSnapshot(true));
        assertThatThrownBy(() -> described("waited")).isInstanceOf(ClusterNotFoundException.class);
    }

    @Test
    void masterUserAndItsPasswordChange() throws SQLException {
        create("changing");
        await("changing");
        client.modifyCluster(modify -> modify.clusterIdentifier("changing")
                .masterUserPassword("Another-of-tests-2")
                .nodeType("ra3.xlplus")
                .numberOfNodes(2));
        await("changing");
        assertThatThrownBy(() -> connect("changing", "admin", PASSWORD).close()).isInstanceOf(SQLException.class);
        connect("changing", "admin", "Another-of-tests-2").close();
        assertThat(described("changing").numberOfNodes()).isEqualTo(2);
        client.modifyCluster(modify -> modify.clusterIdentifier("changing").newClusterIdentifier("changed"));
        await("changed");
        assertThatThrownBy(() -> described("changing")).isInstanceOf(ClusterNotFoundException.class);
        connect("changed", "admin", "Another-of-tests-2").close();
        delete("changed");
    }

    @Test
    void aSnapshotOfARunningClusterIsRestored() throws SQLException {
        create("source");
        await("source");
        try (Connection connection = connect("source", "admin", PASSWORD)) {
            run(connection, "create table shot (n int)");
            run(connection, "insert into shot values (1)");
            connection.setAutoCommit(false);
            run(connection, "insert into shot values (2)");
            client.createClusterSnapshot(
                    make -> make.clusterIdentifier("source").snapshotIdentifier("first"));
            waiter().waitUntilSnapshotAvailable(wait -> wait.snapshotIdentifier("first"));
            connection.commit();
            run(connection, "insert into shot values (3)");
            connection.commit();
        }
        client.deleteCluster(delete -> delete.clusterIdentifier("source").finalClusterSnapshotIdentifier("last"));
        waiter().waitUntilClusterDeleted(wait -> wait.clusterIdentifier("source"));
        client.restoreFromClusterSnapshot(
                restore -> restore.clusterIdentifier("of-first").snapshotIdentifier("first"));
        client.restoreFromClusterSnapshot(
                restore -> restore.clusterIdentifier("of-last").snapshotIdentifier("last"));
        waiter().waitUntilClusterRestored(wait -> wait.clusterIdentifier("of-first"));
        await("of-last");
        try (Connection connection = connect("of-first", "admin", PASSWORD)) {
            assertThat(one(connection, "select listagg(n, ',') within group (order by n) from shot"))
                    .isEqualTo("1");
        }
        try (Connection connection = connect("of-last", "admin", PASSWORD)) {
            assertThat(one(connection, "select count(*) from shot")).isEqualTo("3");
        }
        delete("of-first");
        delete("of-last");
        client.deleteClusterSnapshot(delete -> delete.snapshotIdentifier("first"));
        client.deleteClusterSnapshot(delete -> delete.snapshotIdentifier("last"));
        assertThat(client.describeClusterSnapshots().snapshots())
                .noneMatch(snapshot -> snapshot.clusterIdentifier().equals("source"));
    }

    @Test
    void temporaryCredentialsLetInAndExpire() throws SQLException {
        create("temporary");
        await("temporary");
        try (Connection connection = connect("temporary", "admin", PASSWORD)) {
            run(connection, "create group readers");
            run(connection, "create table readable (n int)");
            run(connection, "grant select on readable to group readers");
        }
        GetClusterCredentialsResponse credentials =
                client.getClusterCredentials(get -> get.clusterIdentifier("temporary")
                        .dbUser("Visitor")
                        .dbName("dev")
                        .dbGroups("readers")
                        .autoCreate(true));
        assertThat(credentials.dbUser()).isEqualTo("IAMA:visitor");
        try (Connection connection = connect("temporary", credentials.dbUser(), credentials.dbPassword())) {
            assertThat(one(connection, "select current_user")).isEqualTo("visitor");
            assertThat(one(connection, "select count(*) from readable")).isEqualTo("0");
        }
        GetClusterCredentialsResponse nobody = client.getClusterCredentials(
                get -> get.clusterIdentifier("temporary").dbUser("nobody"));
        assertThatThrownBy(() -> connect("temporary", nobody.dbUser(), nobody.dbPassword())
                        .close())
                .isInstanceOf(SQLException.class);
        GetClusterCredentialsWithIamResponse own =
                client.getClusterCredentialsWithIAM(get -> get.clusterIdentifier("temporary"));
        connect("temporary", own.dbUser(), own.dbPassword()).close();
        assertThatThrownBy(() -> connect("temporary", own.dbUser(), credentials.dbPassword())
                        .close())
                .isInstanceOf(SQLException.class);
        lake.forward(Duration.ofMinutes(16));
        assertThatThrownBy(() -> connect("temporary", credentials.dbUser(), credentials.dbPassword())
                        .close())
                .isInstanceOf(SQLException.class);
        delete("temporary");
    }

    @Test
    void aManagedPasswordIsInSecretsManager() throws SQLException {
        client.createCluster(make -> make.clusterIdentifier("managed")
                .nodeType("ra3.xlplus")
                .masterUsername("boss")
                .manageMasterPassword(true));
        await("managed");
        String secret = described("managed").masterPasswordSecretArn();
        String value =
                lake.secrets().getSecretValue(get -> get.secretId(secret)).secretString();
        connect("managed", "boss", value.replaceAll(".*\"password\":\"([^\"]*)\".*", "$1"))
                .close();
        delete("managed");
        assertThatThrownBy(() -> lake.secrets().getSecretValue(get -> get.secretId(secret)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void parametersOfAGroupAreTheEnginesAfterAReboot() throws SQLException {
        client.createClusterParameterGroup(make -> make.parameterGroupName("own")
                .parameterGroupFamily("redshift-1.0")
                .description("of tests"));
        create("configured");
        await("configured");
        client.modifyCluster(modify -> modify.clusterIdentifier("configured").clusterParameterGroupName("own"));
        client.modifyClusterParameterGroup(modify -> modify.parameterGroupName("own")
                .parameters(
                        parameter("statement_timeout", "12000"),
                        parameter("enable_case_sensitive_identifier", "true"),
                        parameter("require_ssl", "true")));
        await("configured");
        client.rebootCluster(reboot -> reboot.clusterIdentifier("configured"));
        await("configured");
        assertThatThrownBy(() -> connect("configured", "admin", PASSWORD).close())
                .hasMessageContaining("SSL");
        delete("configured");
        assertThatThrownBy(() -> client.modifyClusterParameterGroup(
                        modify -> modify.parameterGroupName("own").parameters(parameter("statement_timeout", "50"))))
                .hasMessageContaining("Invalid parameter value: 50");
        client.deleteClusterParameterGroup(delete -> delete.parameterGroupName("own"));
    }

    @Test
    void mistakesAreAnsweredAsAwsAnswersThem() {
        create("mistaken");
        assertThatThrownBy(() -> create("mistaken")).isInstanceOf(ClusterAlreadyExistsException.class);
        await("mistaken");
        assertThatThrownBy(() -> client.resumeCluster(resume -> resume.clusterIdentifier("mistaken")))
                .isInstanceOf(InvalidClusterStateException.class);
        assertThatThrownBy(() -> client.deleteCluster(delete -> delete.clusterIdentifier("mistaken")))
                .hasMessageContaining("FinalClusterSnapshotIdentifier");
        assertThatThrownBy(() -> client.createCluster(make -> make.clusterIdentifier("weak")
                        .nodeType("dc2.large")
                        .masterUsername("admin")
                        .masterUserPassword("weak")))
                .hasMessageContaining("MasterUserPassword");
        assertThatThrownBy(() -> client.createCluster(make -> make.clusterIdentifier("-wrong-")
                        .nodeType("dc2.large")
                        .masterUsername("admin")
                        .masterUserPassword(PASSWORD)))
                .hasMessageContaining("ClusterIdentifier");
        delete("mistaken");
    }

    private static Parameter parameter(String name, String value) {
        return Parameter.builder().parameterName(name).parameterValue(value).build();
    }

    private void create(String identifier) {
        client.createCluster(make -> make.clusterIdentifier(identifier)
                .nodeType("dc2.large")
                .clusterType("single-node")
                .masterUsername("admin")
                .masterUserPassword(PASSWORD));
    }

    private void delete(String identifier) {
        client.deleteCluster(delete -> delete.clusterIdentifier(identifier).skipFinalClusterSnapshot(true));
        waiter().waitUntilClusterDeleted(wait -> wait.clusterIdentifier(identifier));
    }

    private Cluster described(String identifier) {
        return client.describeClusters(describe -> describe.clusterIdentifier(identifier))
                .clusters()
                .get(0);
    }

    private void await(String identifier) {
        waiter().waitUntilClusterAvailable(wait -> wait.clusterIdentifier(identifier));
    }

    private void awaitStatus(String identifier, String status) {
        Awaitility.await().until(() -> described(identifier).clusterStatus().equals(status));
    }

    /** Returns AWS's own waiter, which asks more often here. */
    private RedshiftWaiter waiter() {
        return RedshiftWaiter.builder()
                .client(client)
                .overrideConfiguration(WaiterOverrideConfiguration.builder()
                        .maxAttempts(1200)
                        .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(50)))
                        .build())
                .build();
    }

    private Connection connect(String identifier, String user, String password) throws SQLException {
        Cluster cluster = described(identifier);
        Properties properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.put("ssl", "false");
        return DriverManager.getConnection(
                "jdbc:redshift://" + cluster.endpoint().address() + ":"
                        + cluster.endpoint().port() + "/dev",
                properties);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
