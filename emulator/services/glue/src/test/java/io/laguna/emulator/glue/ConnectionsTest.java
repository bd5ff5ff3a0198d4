package io.laguna.emulator.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.wire.Rooms;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Connection;
import software.amazon.awssdk.services.glue.model.ConnectionInput;
import software.amazon.awssdk.services.glue.model.ConnectionStatus;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.s3.S3Client;

@ExtendWith(CatalogLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionsTest {
    private static final String PASSWORD = "hunter2-and-more";

    private final CatalogLake.Running lake;
    private final Glue service;
    private final GlueClient glue;

    ConnectionsTest(CatalogLake.Running lake) {
        this.lake = lake;
        this.service = lake.openAll();
        this.glue =
                Rooms.of(GlueClient.class, service.rooms(CatalogLake.CALLER)).client();
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void everyPropertyComesBackAlsoOneThatTheApiDoesNotList() {
        Map<String, String> properties = Map.of(
                "CONNECTION_TYPE", "Jdbc",
                "CONNECTOR_CLASS_NAME", "net.snowflake.client.jdbc.SnowflakeDriver",
                "CONNECTOR_URL", "s3://example/snowflake-jdbc.jar",
                "JDBC_CONNECTION_URL", "[[\"default=jdbc:snowflake://example.com/?user=${Username}\"],\",\"]");
        create("connector", "CUSTOM", properties, connection -> connection.matchCriteria("template-connection"));

        Connection connection = get("connector");
        assertThat(connection.connectionPropertiesAsStrings()).isEqualTo(properties);
        assertThat(connection.matchCriteria()).containsExactly("template-connection");
        assertThat(connection.status()).isEqualTo(ConnectionStatus.READY);
        assertThat(connection.creationTime()).isEqualTo(connection.lastUpdatedTime());
    }

    @Test
    void passwordsAreShownHiddenOrEncryptedAndNeverStoredInClear() {
        create("secretive", "JDBC", jdbc("jdbc:mysql://h:3306/d"));

        assertThat(get("secretive").connectionPropertiesAsStrings()).containsEntry("PASSWORD", PASSWORD);
        assertThat(glue.getConnection(request -> request.name("secretive").hidePassword(true))
                        .connection()
                        .connectionPropertiesAsStrings())
                .containsOnlyKeys("JDBC_CONNECTION_URL", "USERNAME");
        assertThat(lake.count("select count(*) from glue_connection where sealed like '%hunter2%'"))
                .isZero();
        encrypt(true);
        try {
            assertThat(get("secretive").connectionPropertiesAsStrings())
                    .containsKey("ENCRYPTED_PASSWORD")
                    .doesNotContainKey("PASSWORD")
                    .doesNotContainValue(PASSWORD);
        } finally {
            encrypt(false);
        }
    }

    @Test
    void aConnectionIsReplacedAsAWholeAndKeepsItsTimeOfCreation() {
        create("changing", "JDBC", jdbc("jdbc:mysql://h:3306/d"), connection -> connection.description("old"));
        Connection before = get("changing");

        glue.updateConnection(request -> request.name("changing").connectionInput(input -> input.name("changing")
                .connectionType("NETWORK")
                .connectionPropertiesWithStrings(Map.of())
                .physicalConnectionRequirements(
                        physical -> physical.subnetId("subnet-1").securityGroupIdList("sg-1"))));

        Connection after = get("changing");
        assertThat(after.connectionTypeAsString()).isEqualTo("NETWORK");
        assertThat(after.description()).isNull();
        assertThat(after.connectionPropertiesAsStrings()).isEmpty();
        assertThat(after.physicalConnectionRequirements().securityGroupIdList()).containsExactly("sg-1");
        assertThat(after.creationTime()).isEqualTo(before.creationTime());
    }

    @Test
    void connectionsAreFoundByTypeAndByAllCriteria() {
        create("found-a", "JDBC", jdbc("jdbc:mysql://h/d"), connection -> connection.matchCriteria("red", "blue"));
        create("found-b", "JDBC", jdbc("jdbc:mysql://h/d"), connection -> connection.matchCriteria("red"));
        create("found-c", "NETWORK", Map.of(), connection -> connection.matchCriteria("red", "blue"));

        assertThat(glue.getConnections(request -> request.filter(filter -> filter.matchCriteria("blue", "red")))
                        .connectionList())
                .extracting(Connection::name)
                .containsExactly("found-a", "found-c");
        assertThat(glue.getConnections(request -> request.filter(
                                filter -> filter.matchCriteria("red").connectionType("JDBC")))
                        .connectionList())
                .extracting(Connection::name)
                .containsExactly("found-a", "found-b");
    }

    @Test
    void whatIsThereOnceIsDeletedOnceAndMissedAfterwards() {
        create("gone", "NETWORK", Map.of());

        assertThatThrownBy(() -> create("gone", "NETWORK", Map.of())).isInstanceOf(AlreadyExistsException.class);
        var answer = glue.batchDeleteConnection(request -> request.connectionNameList("gone", "never"));
        assertThat(answer.succeeded()).containsExactly("gone");
        assertThat(answer.errors()).containsOnlyKeys("never");
        assertThat(answer.errors().get("never").errorCode()).isEqualTo("EntityNotFoundException");
        assertThatThrownBy(() -> get("gone")).isInstanceOf(EntityNotFoundException.class);
        assertThatThrownBy(() -> glue.deleteConnection(request -> request.connectionName("gone")))
                .isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void connectorsThatOnlyAwsHasAreKeptAndSayThatNobodyHasTriedThem() {
        Map<String, String> marketplace = Map.of(
                "CONNECTOR_TYPE", "Spark",
                "CONNECTOR_URL", "https://709825985650.dkr.ecr.us-east-1.amazonaws.com/acme/connector:1",
                "CONNECTOR_CLASS_NAME", "com.acme.Source",
                "CONNECTION_URL", "acme://host");
        create("market", "MARKETPLACE", marketplace);
        Map<String, String> instance = Map.of("INSTANCE_URL", "https://acme.my.salesforce.com");
        create("tried", "SALESFORCE", instance);
        create("untried", "SALESFORCE", instance, connection -> connection.validateCredentials(false));

        assertThat(get("market").connectionPropertiesAsStrings()).isEqualTo(marketplace);
        assertThat(get("market").status()).isEqualTo(ConnectionStatus.READY);
        assertThat(get("tried").status()).isEqualTo(ConnectionStatus.FAILED);
        assertThat(get("tried").statusReason()).contains("no connector for the type SALESFORCE");
        assertThat(get("tried").connectionPropertiesAsStrings()).isEqualTo(instance);
        assertThat(get("untried").status()).isEqualTo(ConnectionStatus.READY);
        assertThatThrownBy(() -> glue.testConnection(request -> request.connectionName("untried")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("SALESFORCE cannot be tested");
    }

    @Test
    void connectionsHaveTags() {
        glue.createConnection(request -> request.tags(Map.of("team", "data"))
                .connectionInput(input ->
                        input.name("tagged").connectionType("NETWORK").connectionPropertiesWithStrings(Map.of())));

        assertThat(glue.getTags(request -> request.resourceArn(CatalogLake.CALLER.arn("glue", "connection/tagged")))
                        .tags())
                .isEqualTo(Map.of("team", "data"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JDBC        | USERNAME=u PASSWORD=p                                | must have HOST",
                "JDBC        | HOST=h PORT=1 USERNAME=u PASSWORD=p                  | must have JDBC_ENGINE",
                "JDBC        | JDBC_CONNECTION_URL=jdbc:x PASSWORD=p                | must have USERNAME or SECRET_ID",
                "JDBC        | JDBC_CONNECTION_URL=jdbc:x USERNAME=u                | must have PASSWORD",
                "MONGODB     | USERNAME=u PASSWORD=p                                | must have CONNECTION_URL",
                "KAFKA       | KAFKA_SSL_ENABLED=false                              | must have KAFKA_BOOTSTRAP_SERVERS",
                "CUSTOM      | CONNECTOR_TYPE=Jdbc CONNECTOR_CLASS_NAME=x           | must have CONNECTOR_URL",
                "CUSTOM      | CONNECTOR_TYPE=Jdbc CONNECTOR_URL=s3://b/x.jar       | must have CONNECTOR_CLASS_NAME",
                "MARKETPLACE | CONNECTOR_TYPE=Jdbc                                  | must have CONNECTOR_URL",
                "MARKETPLACE | CONNECTOR_TYPE=Jdbc CONNECTOR_URL=https://i CONNECTOR_CLASS_NAME=x CONNECTION_URL=jdbc:x"
                        + " | must have USERNAME or SECRET_ID",
                "NO_SUCH     | A=b                                                  | enum value set",
            })
    void refusesWhatItCannotUse(String type, String properties, String reason) {
        Map<String, String> map = new TreeMap<>();
        for (String property : properties.split(" ", -1)) {
            map.put(property.split("=", 2)[0], property.split("=", 2)[1]);
        }
        assertThatThrownBy(() -> create("refused", type, map))
                .isInstanceOf(GlueException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aTestLogsInToPostgreSql() {
        create("right", "JDBC", state(lake.address().password()));
        create("wrong", "JDBC", state("no such password"));

        glue.testConnection(request -> request.connectionName("right"));
        glue.testConnection(request -> request.testConnectionInput(input -> input.connectionType("JDBC")
                .connectionPropertiesWithStrings(state(lake.address().password()))));
        assertThatThrownBy(() -> glue.testConnection(request -> request.connectionName("wrong")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("password authentication failed")
                .hasMessageNotContaining("no such password");
    }

    @Test
    void aTestTellsTheDriversReason() {
        create("nobody", "JDBC", jdbc("jdbc:mysql://127.0.0.1:1/d"));
        create("unknown", "JDBC", jdbc("jdbc:nosuch://127.0.0.1:1/d"));

        assertThatThrownBy(() -> glue.testConnection(request -> request.connectionName("nobody")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Communications link failure");
        assertThatThrownBy(() -> glue.testConnection(request -> request.connectionName("unknown")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("No suitable driver");
    }

    @Test
    void aTestLogsInByAUsersOwnDriverWithASecret() throws Exception {
        Path jar = Path.of(org.h2.Driver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (S3Client s3 = lake.s3()) {
            s3.putObject(put -> put.bucket(CatalogLake.BUCKET).key("drivers/h2.jar"), jar);
        }
        lake.secrets().put("h2", "{\"username\": \"sa\", \"password\": \"a b\", \"name\": \"one\"}");
        create(
                "own",
                "CUSTOM",
                Map.of(
                        "CONNECTOR_TYPE", "Jdbc",
                        "CONNECTOR_URL", "s3://" + CatalogLake.BUCKET + "/drivers/h2.jar",
                        "CONNECTOR_CLASS_NAME", "org.h2.Driver",
                        "JDBC_CONNECTION_URL", "[[\"default=jdbc:h2:mem:${name};USER=${Username}\"],\",\"]",
                        "SECRET_ID", "h2"));

        glue.testConnection(request -> request.connectionName("own"));

        lake.secrets().put("h2", "no JSON");
        assertThatThrownBy(() -> glue.testConnection(request -> request.connectionName("own")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("The secret h2 is no JSON");
    }

    @Test
    void aTestNeedsOneConnectionThatADriverReaches() {
        create("network", "NETWORK", Map.of());

        assertThatThrownBy(() -> glue.testConnection(request -> request.connectionName("network")))
                .hasMessageContaining("cannot be tested");
        assertThatThrownBy(() -> glue.testConnection(request -> {})).hasMessageContaining("Exactly one");
        assertThatThrownBy(() -> glue.testConnection(request -> request.connectionName("none")))
                .isInstanceOf(EntityNotFoundException.class);
    }

    private Map<String, String> state(String password) {
        return Map.of(
                "JDBC_CONNECTION_URL",
                lake.address().url(),
                "USERNAME",
                lake.address().user(),
                "PASSWORD",
                password);
    }

    private static Map<String, String> jdbc(String url) {
        return Map.of("JDBC_CONNECTION_URL", url, "USERNAME", "u", "PASSWORD", PASSWORD);
    }

    private void create(String name, String type, Map<String, String> properties) {
        create(name, type, properties, connection -> {});
    }

    private void create(
            String name, String type, Map<String, String> properties, Consumer<ConnectionInput.Builder> more) {
        ConnectionInput.Builder input =
                ConnectionInput.builder().name(name).connectionType(type).connectionPropertiesWithStrings(properties);
        more.accept(input);
        glue.createConnection(request -> request.connectionInput(input.build()));
    }

    private Connection get(String name) {
        return glue.getConnection(request -> request.name(name)).connection();
    }

    private void encrypt(boolean isOn) {
        glue.putDataCatalogEncryptionSettings(request -> request.dataCatalogEncryptionSettings(settings ->
                settings.connectionPasswordEncryption(passwords -> passwords.returnConnectionPasswordEncrypted(isOn))));
    }
}
