package io.laguna.emulator.glue.connection;

import io.laguna.emulator.glue.log.LogStream;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.engines.jdbc.JdbcFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.glue.model.AuthenticationConfiguration;
import software.amazon.awssdk.services.glue.model.AuthenticationConfigurationInput;
import software.amazon.awssdk.services.glue.model.Connection;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.OperationTimeoutException;
import software.amazon.awssdk.services.glue.model.TestConnectionInput;
import software.amazon.awssdk.services.glue.model.TestConnectionRequest;
import software.amazon.awssdk.services.glue.model.TestConnectionResponse;

/**
 * The operation that tests a connection: it answers when the database has let it in.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/console-test-connections.html">Testing a connection</a>
 */
final class ConnectionTests extends Room {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String GROUP = "/aws-glue/testconnection/";

    private final Caller caller;
    private final Connections connections;
    private final Function<Caller, CloudWatchLogsClient> logs;

    ConnectionTests(Caller caller, Connections connections, Function<Caller, CloudWatchLogsClient> logs) {
        this.caller = caller;
        this.connections = connections;
        this.logs = logs;
    }

    @Override
    public TestConnectionResponse testConnection(TestConnectionRequest request) {
        ConnectionFailures.check(caller, request.catalogId());
        new Constraints()
                .optionalName("connectionName", request.connectionName())
                .check();
        if ((request.connectionName() == null) == (request.testConnectionInput() == null)) {
            throw Failures.invalid("Exactly one of ConnectionName and TestConnectionInput must be given.");
        }
        if (request.connectionName() == null) {
            TestConnectionInput input = request.testConnectionInput();
            new Constraints()
                    .present("testConnectionInput.connectionProperties", input.connectionPropertiesAsStrings())
                    .check();
            ConnectionRules.check(
                    input.connectionTypeAsString(),
                    input.connectionPropertiesAsStrings(),
                    input.authenticationConfiguration());
            test(
                    "test-" + UUID.randomUUID(),
                    input.connectionTypeAsString(),
                    input.connectionPropertiesAsStrings(),
                    Optional.ofNullable(input.authenticationConfiguration())
                            .map(AuthenticationConfigurationInput::secretArn));
        } else {
            Connection connection = connections.require(caller, request.connectionName());
            test(
                    connection.name(),
                    connection.connectionTypeAsString(),
                    connection.connectionPropertiesAsStrings(),
                    Optional.ofNullable(connection.authenticationConfiguration())
                            .map(AuthenticationConfiguration::secretArn));
        }
        return TestConnectionResponse.builder().build();
    }

    private void test(String name, String type, Map<String, String> properties, Optional<String> secretArn) {
        Connections.requireJdbc(type);
        try {
            connections.test(caller, properties, secretArn, LIMIT);
            log("output", name, "Connection " + name + " has logged in.");
        } catch (JdbcFailure | InvalidInputException e) {
            log("error", name, e.getMessage());
            throw Failures.invalid("Connection test failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw OperationTimeoutException.builder()
                    .message("The test was interrupted.")
                    .build();
        }
    }

    private void log(String kind, String name, String line) {
        new LogStream(logs.apply(caller), GROUP + kind, name.replace(':', '-').replace('*', '-')).write(List.of(line));
    }
}
