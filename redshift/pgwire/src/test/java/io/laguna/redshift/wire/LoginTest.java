package io.laguna.redshift.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.redshift.wire.RunningCluster.Running;
import io.laguna.redshift.wire.login.Login;
import io.laguna.redshift.wire.login.Proof;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the ways in which AWS's driver and PostgreSQL's are let in, and are not. */
@ExtendWith(RunningCluster.class)
class LoginTest {
    private static final Map<String, String> CLEAR = Map.of("ssl", "false");
    private final Running cluster;

    LoginTest(Running cluster) {
        this.cluster = cluster;
    }

    @Test
    void awsDriverVerifiesTheCertificateAndSeesARedshift() throws SQLException {
        Map<String, String> verifying = Map.of(
                "sslmode", "verify-full", "sslrootcert", cluster.certificate().toString());
        try (Connection connection = cluster.redshift(verifying)) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("Redshift");
            assertThat(connection.getMetaData().getDatabaseProductVersion()).isEqualTo("8.0.2");
            assertThat(text(connection, "select current_user")).isEqualTo(RunningCluster.USER);
        }
    }

    @Test
    void awsDriverRefusesACertificateThatItsAuthoritiesDoNotKnow() {
        assertThatThrownBy(() -> cluster.redshift(Map.of())).hasMessageContaining("SSL error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redshift", "postgresql"})
    void driversConnectInClear(String driver) throws SQLException {
        try (Connection connection = cluster.connect(driver, cluster.port(), CLEAR)) {
            assertThat(text(connection, "select current_database()")).isEqualTo(RunningCluster.DATABASE);
        }
    }

    @Test
    void postgresqlDriverVerifiesTheCertificate() throws SQLException {
        Map<String, String> verifying = Map.of(
                "sslmode", "verify-full", "sslrootcert", cluster.certificate().toString());
        try (Connection connection = cluster.postgresql(verifying)) {
            assertThat(text(connection, "select 'by TLS'")).isEqualTo("by TLS");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redshift", "postgresql"})
    void aWrongPasswordIsRefusedAsOnRedshift(String driver) {
        assertThatThrownBy(() -> cluster.connect(driver, cluster.port(), Map.of("ssl", "false", "password", "wrong")))
                .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(failure.getSQLState())
                        .isEqualTo("28000"))
                .hasMessageContaining("password authentication failed for user \"admin\"");
    }

    @Test
    void anUnknownUserIsRefusedAsOneWithAWrongPassword() {
        assertThatThrownBy(() -> cluster.redshift(Map.of("ssl", "false", "user", "nobody")))
                .hasMessageContaining("password authentication failed for user \"nobody\"");
    }

    @Test
    void theSuperuserOfTheEngineIsNotLetIn() {
        try (RedshiftPort open = cluster.open(
                Optional.empty(),
                (user, database) -> Optional.of(new Login("rdsdb", Proof.Md5.of(user, RunningCluster.PASSWORD))))) {
            assertThatThrownBy(() -> cluster.connect("postgresql", open, CLEAR)).hasMessageContaining("pg_hba.conf");
        }
    }

    @Test
    void aPasswordMayBeAskedForInClearText() throws SQLException {
        try (Connection connection = cluster.redshift(Map.of("ssl", "false", "user", "clear"))) {
            assertThat(text(connection, "select current_user")).isEqualTo(RunningCluster.USER);
        }
        assertThatThrownBy(() -> cluster.redshift(Map.of("ssl", "false", "user", "clear", "password", "no")))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void anUnknownDatabaseIsRefusedByTheEngine() {
        String url = "jdbc:redshift://localhost:" + cluster.address().getPort() + "/nowhere?ssl=false";
        assertThatThrownBy(() -> DriverManager.getConnection(url, RunningCluster.USER, RunningCluster.PASSWORD))
                .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(failure.getSQLState())
                        .isEqualTo("3D000"))
                .hasMessageContaining("database \"nowhere\" does not exist");
    }

    @Test
    void aPortWithoutACertificateSaysSo() {
        try (RedshiftPort plain = cluster.open(Optional.empty(), cluster::admin)) {
            assertThatThrownBy(() -> cluster.connect("redshift", plain, Map.of()))
                    .hasMessageContaining("The server does not support SSL");
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
