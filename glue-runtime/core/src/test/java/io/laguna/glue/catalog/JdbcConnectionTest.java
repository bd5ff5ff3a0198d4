package io.laguna.glue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.glue.model.Connection;
import software.amazon.awssdk.services.glue.model.ConnectionPropertyKey;

/** Connections of the catalog as databases are reached by them. */
class JdbcConnectionTest {

    private static JdbcConnection connection(Map<ConnectionPropertyKey, String> properties) {
        return new JdbcConnection(
                Connection.builder()
                        .name("shop")
                        .connectionType("JDBC")
                        .connectionProperties(properties)
                        .build(),
                Map.of());
    }

    private static JdbcConnection to(String url) {
        return connection(Map.of(
                ConnectionPropertyKey.JDBC_CONNECTION_URL, url,
                ConnectionPropertyKey.USERNAME, "me",
                ConnectionPropertyKey.PASSWORD, "secret"));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://h:3306/shop?useSSL=false, mysql, jdbc:mysql://h:3306, jdbc:mysql://h:3306/other?useSSL=false",
        "jdbc:postgresql://h:5432/shop, postgresql, jdbc:postgresql://h:5432, jdbc:postgresql://h:5432/other",
        "jdbc:redshift://h:5439/dev, redshift, jdbc:redshift://h:5439, jdbc:redshift://h:5439/other",
        "jdbc:oracle:thin:@h:1521/x, oracle, jdbc:oracle:thin:@h:1521, jdbc:oracle:thin:@h:1521/other"
    })
    void theAddressIsKnownWithAndWithoutItsDatabase(String url, String vendor, String host, String other) {
        assertThat(to(url).conf())
                .containsEntry("url", host)
                .containsEntry("fullUrl", url)
                .containsEntry("vendor", vendor)
                .containsEntry("user", "me")
                .containsEntry("password", "secret");
        assertThat(to(url).url("other")).isEqualTo(other);
    }

    @Test
    void aConnectionIsTheOptionsOfASource() {
        assertThat(connection(Map.of(
                                ConnectionPropertyKey.JDBC_CONNECTION_URL, "jdbc:x://h/d",
                                ConnectionPropertyKey.USERNAME, "me",
                                ConnectionPropertyKey.PASSWORD, "secret",
                                ConnectionPropertyKey.JDBC_DRIVER_JAR_URI, "s3://b/d.jar",
                                ConnectionPropertyKey.JDBC_DRIVER_CLASS_NAME, "x.Driver"))
                        .options())
                .isEqualTo(Map.of(
                        "url", "jdbc:x://h/d",
                        "user", "me",
                        "password", "secret",
                        "customJdbcDriverS3Path", "s3://b/d.jar",
                        "customJdbcDriverClassName", "x.Driver"));
    }

    @Test
    void aConnectorOfTheUsersOwnHasATemplateThatItsSecretFills() {
        JdbcConnection connection = new JdbcConnection(
                Connection.builder()
                        .name("own")
                        .connectionType("CUSTOM")
                        .connectionPropertiesWithStrings(Map.of(
                                "CONNECTOR_TYPE", "Jdbc",
                                "CONNECTOR_URL", "s3://b/mssql-jdbc.jar",
                                "CONNECTOR_CLASS_NAME", "com.microsoft.sqlserver.jdbc.SQLServerDriver",
                                "JDBC_CONNECTION_URL",
                                        "[[\"default=jdbc:sqlserver://h:1433;databaseName=${db};user=${Username}\"],\",\"]",
                                "SECRET_ID", "mine"))
                        .build(),
                Map.of("username", "me", "Password", "secret", "db", "shop"));

        assertThat(connection.options())
                .isEqualTo(Map.of(
                        "url", "jdbc:sqlserver://h:1433;databaseName=shop;user=me",
                        "user", "me",
                        "password", "secret",
                        "customJdbcDriverS3Path", "s3://b/mssql-jdbc.jar",
                        "customJdbcDriverClassName", "com.microsoft.sqlserver.jdbc.SQLServerDriver"));
    }

    @Test
    void aSecretWithoutAPasswordSaysSo() {
        assertThatThrownBy(() -> connection(Map.of(
                                ConnectionPropertyKey.JDBC_CONNECTION_URL, "jdbc:mysql://h/d",
                                ConnectionPropertyKey.USERNAME, "me",
                                ConnectionPropertyKey.SECRET_ID, "mine"))
                        .options())
                .hasMessage("The connection shop (JDBC) has no PASSWORD, nor has its secret mine");
    }
}
