package io.laguna.emulator.glue.connection;

import io.laguna.emulator.kit.seal.Seal;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.glue.model.Connection;

/**
 * The passwords among a connection's properties, as answers have them: in clear, encrypted, or not at all.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-security.html">Password encryption</a>
 */
enum Passwords {
    SHOWN,
    /** Encrypted with the lake's own key: there is no KMS. */
    ENCRYPTED,
    HIDDEN;

    private static final String PASSWORD = "PASSWORD";

    /** Returns a connection with its passwords in this form. */
    Connection in(Connection connection, Seal seal, String place) {
        Map<String, String> properties = new TreeMap<>(connection.connectionPropertiesAsStrings());
        switch (this) {
            case SHOWN -> {
                return connection;
            }
            case HIDDEN -> properties.keySet().removeIf(name -> name.endsWith(PASSWORD));
            case ENCRYPTED -> connection.connectionPropertiesAsStrings().forEach((name, value) -> {
                if (name.endsWith(PASSWORD) && !name.startsWith("ENCRYPTED_")) {
                    properties.remove(name);
                    properties.put("ENCRYPTED_" + name, seal.close(value, place));
                }
            });
        }
        return connection.toBuilder()
                .connectionPropertiesWithStrings(properties)
                .build();
    }
}
