package io.laguna.emulator.glue.connection;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.AuthenticationConfigurationInput;
import software.amazon.awssdk.services.glue.model.AuthenticationType;
import software.amazon.awssdk.services.glue.model.ConnectionInput;
import software.amazon.awssdk.services.glue.model.ConnectionType;
import software.amazon.awssdk.services.glue.model.PhysicalConnectionRequirements;

/**
 * The rules for the definitions of connections. Names of properties that the API does not list are taken: documented
 * connections of the type CUSTOM have some.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-connections.html">Connections</a>
 */
final class ConnectionRules {
    private static final int MOST_CRITERIA = 10;
    private static final int MOST_PROPERTIES = 100;
    private static final int MOST_GROUPS = 50;
    private static final String USER = "USERNAME";
    private static final String SECRET = "SECRET_ID";

    private ConnectionRules() {}

    /**
     * Checks a definition.
     *
     * @throws software.amazon.awssdk.services.glue.model.InvalidInputException for one that Glue or Laguna has not
     */
    static void check(ConnectionInput input) {
        new Constraints().present("connectionInput", input).check();
        Constraints constraints = new Constraints()
                .name("connectionInput.name", input.name())
                .lines("connectionInput.description", input.description(), 2048)
                .present("connectionInput.connectionProperties", input.connectionPropertiesAsStrings())
                .size("connectionInput.matchCriteria", input.matchCriteria(), 0, MOST_CRITERIA);
        input.matchCriteria()
                .forEach(criterion -> constraints.optionalName("connectionInput.matchCriteria", criterion));
        constraints.check();
        physical(input.physicalConnectionRequirements());
        Map<String, String> properties = input.connectionPropertiesAsStrings();
        List.of(input.sparkProperties(), input.athenaProperties(), input.pythonProperties())
                .forEach(ConnectionRules::properties);
        check(input.connectionTypeAsString(), properties, input.authenticationConfiguration());
    }

    /** Checks a type with its properties. */
    static void check(String type, Map<String, String> properties, AuthenticationConfigurationInput authentication) {
        new Constraints()
                .present("connectionInput.connectionType", type)
                .oneOf("connectionInput.connectionType", type, ConnectionType.knownValues())
                .check();
        properties(properties);
        authentication(authentication);
        boolean hasSecret = properties.containsKey(SECRET)
                || Optional.ofNullable(authentication)
                        .map(AuthenticationConfigurationInput::secretArn)
                        .isPresent();
        switch (ConnectionType.fromValue(type)) {
            case JDBC -> {
                if (!properties.containsKey("JDBC_CONNECTION_URL")) {
                    require(type, properties, "HOST", "PORT", "JDBC_ENGINE");
                }
                login(type, properties, hasSecret);
            }
            case MONGODB -> {
                require(type, properties, "CONNECTION_URL");
                login(type, properties, hasSecret);
            }
            case KAFKA -> {
                if (!properties.containsKey("KAFKA_HOSTS")) {
                    require(type, properties, "KAFKA_BOOTSTRAP_SERVERS");
                }
            }
            case CUSTOM -> require(type, properties, "CONNECTOR_URL", "CONNECTOR_CLASS_NAME");
            case MARKETPLACE -> {
                require(type, properties, "CONNECTOR_TYPE", "CONNECTOR_URL", "CONNECTOR_CLASS_NAME", "CONNECTION_URL");
                if (properties.get("CONNECTOR_TYPE").equalsIgnoreCase("Jdbc")) {
                    login(type, properties, hasSecret);
                }
            }
            case NETWORK -> {
                // What a network needs is in the physical requirements, which are kept.
            }
            default -> {
                // What a connector of a SaaS product needs is known to that connector.
            }
        }
    }

    /** Tells whether a connection is to a SaaS product, by a connector that only AWS has. */
    static boolean isForConnectorOfAws(String type) {
        return switch (ConnectionType.fromValue(type)) {
            case JDBC, CUSTOM, NETWORK, KAFKA, MONGODB, MARKETPLACE, SFTP -> false;
            default -> true;
        };
    }

    private static void login(String type, Map<String, String> properties, boolean hasSecret) {
        if (!hasSecret) {
            if (!properties.containsKey(USER)) {
                throw missing(type, USER + " or " + SECRET);
            }
            if (!properties.containsKey("ENCRYPTED_PASSWORD")) {
                require(type, properties, "PASSWORD");
            }
        }
    }

    private static void require(String type, Map<String, String> properties, String... names) {
        Arrays.stream(names)
                .filter(name -> !properties.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw missing(type, name);
                });
    }

    private static RuntimeException missing(String type, String name) {
        return Failures.invalid(
                "The connection properties of a connection of the type " + type + " must have " + name + ".");
    }

    private static void properties(Map<String, String> properties) {
        Constraints constraints =
                new Constraints().size("connectionInput.connectionProperties", properties.keySet(), 0, MOST_PROPERTIES);
        // No value is shown: it may be a password.
        properties.forEach((name, value) -> constraints.length("connectionInput.connectionProperties", name, 1, 128));
        constraints.check();
        properties.forEach((name, value) -> {
            if (value.length() > 1024 || value.indexOf('\0') >= 0) {
                throw Failures.invalid(
                        "The value of " + name + " must have at most 1024 characters, none of them U+0000.");
            }
        });
    }

    /** Secrets that Glue would put into Secrets Manager by itself are refused: they are to be there before. */
    private static void authentication(AuthenticationConfigurationInput given) {
        if (given == null) {
            return;
        }
        String path = "connectionInput.authenticationConfiguration";
        new Constraints()
                .oneOf(
                        path + ".authenticationType",
                        given.authenticationTypeAsString(),
                        AuthenticationType.knownValues())
                .length(path + ".secretArn", given.secretArn(), 0, 2048)
                .length(path + ".kmsKeyArn", given.kmsKeyArn(), 0, 2048)
                .check();
        boolean gives = given.basicAuthenticationCredentials() != null
                || given.hasCustomAuthenticationCredentials()
                || Optional.ofNullable(given.oAuth2Properties())
                        .filter(oauth ->
                                oauth.oAuth2Credentials() != null || oauth.authorizationCodeProperties() != null)
                        .isPresent();
        if (gives) {
            throw Failures.invalid("Laguna makes no secret of the credentials of an AuthenticationConfiguration: create"
                    + " the secret, and give its SecretArn.");
        }
    }

    private static void physical(PhysicalConnectionRequirements given) {
        if (given != null) {
            String path = "connectionInput.physicalConnectionRequirements";
            Constraints constraints = new Constraints()
                    .optionalName(path + ".subnetId", given.subnetId())
                    .size(path + ".securityGroupIdList", given.securityGroupIdList(), 0, MOST_GROUPS)
                    .optionalName(path + ".availabilityZone", given.availabilityZone());
            given.securityGroupIdList()
                    .forEach(group -> constraints.optionalName(path + ".securityGroupIdList", group));
            constraints.check();
        }
    }
}
