package io.laguna.emulator.glue.connection;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.ComputeEnvironment;
import software.amazon.awssdk.services.glue.model.Connection;
import software.amazon.awssdk.services.glue.model.ConnectionPasswordEncryption;
import software.amazon.awssdk.services.glue.model.ConnectionType;
import software.amazon.awssdk.services.glue.model.GetConnectionRequest;
import software.amazon.awssdk.services.glue.model.GetConnectionResponse;
import software.amazon.awssdk.services.glue.model.GetConnectionsFilter;
import software.amazon.awssdk.services.glue.model.GetConnectionsRequest;
import software.amazon.awssdk.services.glue.model.GetConnectionsResponse;

/**
 * The operations that tell about connections.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-connections.html">Connections</a>
 */
final class ConnectionReads extends Room {
    private static final int LARGEST = 1000;
    private static final int USUAL = 100;

    private final Caller caller;
    private final State state;
    private final Seal seal;
    private final Function<Caller, GlueClient> catalog;

    ConnectionReads(Caller caller, State state, Seal seal, Function<Caller, GlueClient> catalog) {
        this.caller = caller;
        this.state = state;
        this.seal = seal;
        this.catalog = catalog;
    }

    @Override
    public GetConnectionResponse getConnection(GetConnectionRequest request) {
        ConnectionFailures.check(caller, request.catalogId());
        new Constraints()
                .name("name", request.name())
                .oneOf(
                        "applyOverrideForComputeEnvironment",
                        request.applyOverrideForComputeEnvironmentAsString(),
                        ComputeEnvironment.knownValues())
                .check();
        ConnectionKey key = ConnectionKey.of(caller, request.name());
        Connection found = state.read(handle -> new ConnectionRecords(handle, seal).find(key))
                .orElseThrow(() -> ConnectionFailures.noConnection(request.name()));
        return GetConnectionResponse.builder()
                .connection(shown(
                        overridden(found, request.applyOverrideForComputeEnvironment()),
                        passwords(request.hidePassword())))
                .build();
    }

    @Override
    public GetConnectionsResponse getConnections(GetConnectionsRequest request) {
        ConnectionFailures.check(caller, request.catalogId());
        GetConnectionsFilter filter = Optional.ofNullable(request.filter())
                .orElseGet(() -> GetConnectionsFilter.builder().build());
        new Constraints()
                .range("maxResults", request.maxResults(), 1, LARGEST)
                .oneOf("filter.connectionType", filter.connectionTypeAsString(), ConnectionType.knownValues())
                .size("filter.matchCriteria", filter.matchCriteria(), 0, 10)
                .range("filter.connectionSchemaVersion", filter.connectionSchemaVersion(), 1, 2)
                .check();
        List<Connection> all = state.read(handle -> new ConnectionRecords(handle, seal).all(caller)).stream()
                .filter(connection -> passes(connection, filter))
                .toList();
        Page<Connection> page = Page.ofSorted(
                all, Connection::name, request.nextToken(), Page.size(request.maxResults(), USUAL), Failures::badToken);
        Passwords passwords = passwords(request.hidePassword());
        return GetConnectionsResponse.builder()
                .connectionList(page.entries().stream()
                        .map(connection -> shown(connection, passwords))
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    /** "A criteria string that must match the criteria recorded in the connection definition": all of them. */
    private static boolean passes(Connection connection, GetConnectionsFilter filter) {
        return new HashSet<>(connection.matchCriteria()).containsAll(filter.matchCriteria())
                && (filter.connectionType() == null || filter.connectionType() == connection.connectionType())
                && (filter.connectionSchemaVersion() == null
                        || filter.connectionSchemaVersion().equals(connection.connectionSchemaVersion()));
    }

    private Connection shown(Connection connection, Passwords passwords) {
        return passwords.in(
                connection, seal, ConnectionKey.of(caller, connection.name()).arn());
    }

    private Passwords passwords(Boolean isHidden) {
        if (Boolean.TRUE.equals(isHidden)) {
            return Passwords.HIDDEN;
        }
        ConnectionPasswordEncryption setting = catalog.apply(caller)
                .getDataCatalogEncryptionSettings(get -> {})
                .dataCatalogEncryptionSettings()
                .connectionPasswordEncryption();
        return Boolean.TRUE.equals(setting.returnConnectionPasswordEncrypted()) ? Passwords.ENCRYPTED : Passwords.SHOWN;
    }

    /** Returns a connection with the properties that it has in an environment over those that it has in all. */
    private static Connection overridden(Connection connection, ComputeEnvironment environment) {
        if (environment == null) {
            return connection;
        }
        Map<String, String> properties = new TreeMap<>(connection.connectionPropertiesAsStrings());
        switch (environment) {
            case SPARK -> properties.putAll(connection.sparkProperties());
            case ATHENA -> properties.putAll(connection.athenaProperties());
            case PYTHON -> properties.putAll(connection.pythonProperties());
            case UNKNOWN_TO_SDK_VERSION -> {
                // The constraints have refused it.
            }
        }
        return connection.toBuilder()
                .connectionPropertiesWithStrings(properties)
                .build();
    }
}
