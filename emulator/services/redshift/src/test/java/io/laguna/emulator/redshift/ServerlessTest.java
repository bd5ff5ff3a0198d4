package io.laguna.emulator.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.redshiftserverless.model.ConflictException;
import software.amazon.awssdk.services.redshiftserverless.model.GetCredentialsResponse;
import software.amazon.awssdk.services.redshiftserverless.model.ResourceNotFoundException;
import software.amazon.awssdk.services.redshiftserverless.model.SnapshotStatus;
import software.amazon.awssdk.services.redshiftserverless.model.Workgroup;
import software.amazon.awssdk.services.redshiftserverless.model.WorkgroupStatus;

/** Tests of workgroups by the SDK's client and AWS's driver. */
@ExtendWith(RedshiftLake.class)
class ServerlessTest {
    private static final String PASSWORD = "Secret-of-tests-1";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Redshift redshift;
    private final RedshiftServerlessClient client;

    ServerlessTest(RedshiftLake.Running lake) {
        redshift = lake.open();
        client = Rooms.of(RedshiftServerlessClient.class, redshift.serverless().rooms(EngineLake.CALLER))
                .client();
    }

    @AfterEach
    void close() {
        redshift.close();
    }

    @Test
    void aWorkgroupServesItsNamespaceAndItsSnapshots() throws SQLException {
        client.createNamespace(make -> make.namespaceName("sales")
                .adminUsername("boss")
                .adminUserPassword(PASSWORD)
                .dbName("shop"));
        client.createWorkgroup(
                make -> make.workgroupName("sales").namespaceName("sales").baseCapacity(8));
        available();
        try (Connection connection = connect("boss", PASSWORD)) {
            run(connection, "create table kept (n int)");
            run(connection, "insert into kept values (7)");
            client.createSnapshot(make -> make.namespaceName("sales").snapshotName("one"));
            await().atMost(PATIENCE)
                    .until(() -> client.getSnapshot(get -> get.snapshotName("one"))
                                    .snapshot()
                                    .status()
                            == SnapshotStatus.AVAILABLE);
            run(connection, "insert into kept values (8)");
        }
        GetCredentialsResponse credentials =
                client.getCredentials(get -> get.workgroupName("sales").dbName("shop"));
        connect(credentials.dbUser(), credentials.dbPassword()).close();
        client.updateNamespace(update -> update.namespaceName("sales").adminUserPassword("Another-of-tests-2"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> connect("boss", "Another-of-tests-2").close());
        assertThatThrownBy(() -> client.deleteNamespace(delete -> delete.namespaceName("sales")))
                .isInstanceOf(ConflictException.class);
        client.deleteWorkgroup(delete -> delete.workgroupName("sales"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThatThrownBy(() -> workgroup())
                .isInstanceOf(ResourceNotFoundException.class));
        client.createWorkgroup(make -> make.workgroupName("sales").namespaceName("sales"));
        available();
        try (Connection connection = connect("boss", "Another-of-tests-2");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from kept")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(2);
        }
    }

    private Workgroup workgroup() {
        return client.getWorkgroup(get -> get.workgroupName("sales")).workgroup();
    }

    private void available() {
        await().atMost(PATIENCE).until(() -> workgroup().status() == WorkgroupStatus.AVAILABLE);
    }

    private Connection connect(String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.put("ssl", "false");
        return DriverManager.getConnection(
                "jdbc:redshift://localhost:" + workgroup().endpoint().port() + "/shop", properties);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
