package io.laguna.emulator.glue.connection;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.glue.request.TagRules;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.state.TagTable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.AuthenticationConfiguration;
import software.amazon.awssdk.services.glue.model.BatchDeleteConnectionRequest;
import software.amazon.awssdk.services.glue.model.BatchDeleteConnectionResponse;
import software.amazon.awssdk.services.glue.model.Connection;
import software.amazon.awssdk.services.glue.model.ConnectionInput;
import software.amazon.awssdk.services.glue.model.ConnectionStatus;
import software.amazon.awssdk.services.glue.model.CreateConnectionRequest;
import software.amazon.awssdk.services.glue.model.CreateConnectionResponse;
import software.amazon.awssdk.services.glue.model.DeleteConnectionRequest;
import software.amazon.awssdk.services.glue.model.DeleteConnectionResponse;
import software.amazon.awssdk.services.glue.model.ErrorDetail;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.OAuth2Properties;
import software.amazon.awssdk.services.glue.model.UpdateConnectionRequest;
import software.amazon.awssdk.services.glue.model.UpdateConnectionResponse;

/**
 * The operations that make, change and delete connections.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-connections.html">Connections</a>
 */
final class ConnectionDefinitions extends Room {
    private static final int MOST_DELETED = 25;

    private final Caller caller;
    private final State state;
    private final Seal seal;
    private final Clock clock;

    ConnectionDefinitions(Caller caller, State state, Seal seal, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public CreateConnectionResponse createConnection(CreateConnectionRequest request) {
        ConnectionFailures.check(caller, request.catalogId());
        ConnectionRules.check(request.connectionInput());
        TagRules.check(request.tags());
        ConnectionKey key = ConnectionKey.of(caller, request.connectionInput().name());
        Instant now = now();
        Connection made = connection(request.connectionInput(), now, now);
        state.write(transaction -> {
            if (!records(transaction).insert(key, made)) {
                throw Failures.exists("Connection");
            }
            tags(transaction).put(key.arn(), request.tags());
            return key;
        });
        return CreateConnectionResponse.builder()
                .createConnectionStatus(made.status())
                .build();
    }

    /** Replaces a definition as a whole: a password that is not given again is gone. */
    @Override
    public UpdateConnectionResponse updateConnection(UpdateConnectionRequest request) {
        ConnectionFailures.check(caller, request.catalogId());
        new Constraints().name("name", request.name()).check();
        ConnectionRules.check(request.connectionInput());
        if (!request.name().equals(request.connectionInput().name())) {
            throw Failures.invalid(
                    "A connection cannot be renamed: ConnectionInput.Name must be " + request.name() + ".");
        }
        ConnectionKey key = ConnectionKey.of(caller, request.name());
        state.write(transaction -> {
            Connection before =
                    records(transaction).find(key).orElseThrow(() -> ConnectionFailures.noConnection(request.name()));
            records(transaction).replace(key, connection(request.connectionInput(), before.creationTime(), now()));
            return key;
        });
        return UpdateConnectionResponse.builder().build();
    }

    @Override
    public DeleteConnectionResponse deleteConnection(DeleteConnectionRequest request) {
        ConnectionFailures.check(caller, request.catalogId());
        delete("connectionName", request.connectionName());
        return DeleteConnectionResponse.builder().build();
    }

    @Override
    public BatchDeleteConnectionResponse batchDeleteConnection(BatchDeleteConnectionRequest request) {
        ConnectionFailures.check(caller, request.catalogId());
        new Constraints()
                .size("connectionNameList", request.connectionNameList(), 0, MOST_DELETED)
                .check();
        List<String> deleted = new ArrayList<>();
        Map<String, ErrorDetail> errors = new TreeMap<>();
        for (String name : request.connectionNameList()) {
            try {
                delete("connectionNameList", name);
                deleted.add(name);
            } catch (GlueException e) {
                errors.put(name, Failures.detail(e));
            }
        }
        return BatchDeleteConnectionResponse.builder()
                .succeeded(deleted)
                .errors(errors)
                .build();
    }

    private void delete(String member, String name) {
        new Constraints().name(member, name).check();
        ConnectionKey key = ConnectionKey.of(caller, name);
        state.write(transaction -> {
            if (!records(transaction).delete(key)) {
                throw ConnectionFailures.noConnection(name);
            }
            tags(transaction).removeAll(key.arn());
            return key;
        });
    }

    private static Connection connection(ConnectionInput input, Instant created, Instant updated) {
        Connection.Builder connection = Shapes.copy(input, Connection.builder())
                .creationTime(created)
                .lastUpdatedTime(updated)
                .status(isUntried(input) ? ConnectionStatus.FAILED : ConnectionStatus.READY)
                .statusReason(
                        isUntried(input)
                                ? "The credentials were not validated: Laguna has no connector for the type "
                                        + input.connectionTypeAsString() + "."
                                : null)
                .connectionSchemaVersion(input.authenticationConfiguration() == null ? 1 : 2);
        Optional.ofNullable(input.authenticationConfiguration()).ifPresent(given -> {
            AuthenticationConfiguration.Builder kept = Shapes.copy(given, AuthenticationConfiguration.builder());
            Optional.ofNullable(given.oAuth2Properties())
                    .ifPresent(oauth -> kept.oAuth2Properties(
                            Shapes.copy(oauth, OAuth2Properties.builder()).build()));
            connection.authenticationConfiguration(kept.build());
        });
        return connection.build();
    }

    /** Tells whether AWS would try the credentials of a connection, and nothing here can. */
    private static boolean isUntried(ConnectionInput input) {
        return ConnectionRules.isForConnectorOfAws(input.connectionTypeAsString())
                && !Boolean.FALSE.equals(input.validateCredentials());
    }

    private ConnectionRecords records(Handle handle) {
        return new ConnectionRecords(handle, seal);
    }

    private static TagTable tags(Handle handle) {
        return new TagTable(handle, "glue_tag", "resource");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
