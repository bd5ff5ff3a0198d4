package io.laguna.emulator.redshiftdata.connect;

import io.laguna.emulator.kit.Caller;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Properties;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TypeInfo;

/**
 * A maker of connections to clusters and workgroups, which log in by the password that AWS's interfaces give, as any client
 * of theirs does.
 */
public record Connector(Warehouses warehouses) {
    private static final int SUPER = 4000;
    private static final int VARBYTE = 6551;
    private static final int NO_ARRAY = 0;

    /**
     * Returns a new connection to a target, which the caller closes.
     *
     * @throws SQLException when the database lets nobody in
     */
    public Connection connect(Caller caller, Target target) throws SQLException {
        Endpoint endpoint = warehouses.endpoint(caller, target);
        Connection connection = DriverManager.getConnection(
                endpoint.url(target.database()), properties(warehouses.login(caller, target)));
        TypeInfo types = connection.unwrap(BaseConnection.class).getTypeInfo();
        types.addCoreType("super", SUPER, Types.VARCHAR, "java.lang.String", NO_ARRAY);
        types.addCoreType("varbyte", VARBYTE, Types.LONGVARBINARY, "[B", NO_ARRAY);
        return connection;
    }

    private Properties properties(Login login) {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("ApplicationName", "RedshiftDataAPI");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "20");
        // Values are wanted as their texts.
        properties.setProperty("binaryTransfer", "false");
        properties.setProperty("prepareThreshold", "0");
        warehouses
                .authority()
                .ifPresentOrElse(
                        file -> {
                            properties.setProperty("sslmode", "verify-full");
                            properties.setProperty("sslrootcert", file.toString());
                        },
                        () -> properties.setProperty("sslmode", "prefer"));
        return properties;
    }
}
