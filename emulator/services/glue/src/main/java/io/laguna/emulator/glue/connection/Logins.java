package io.laguna.emulator.glue.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.glue.job.S3Files;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.kit.Caller;
import io.laguna.engines.jdbc.JdbcLogin;
import io.laguna.engines.process.EngineFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The logins of connections: their address, user and password, which may be in Secrets Manager, and their driver, which may
 * be in S3.
 */
record Logins(Function<Caller, SecretsManagerClient> secrets, S3Files files) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USER = "username";
    private static final String PASSWORD = "password";

    /**
     * Returns the login of properties.
     *
     * @param secretArn of a secret that is no property; absent for none
     * @param database in which to log in; absent for the address's own
     * @param folder for drivers of the user's own
     * @throws software.amazon.awssdk.services.glue.model.InvalidInputException when it cannot be made
     */
    JdbcLogin of(
            Caller caller,
            Map<String, String> properties,
            Optional<String> secretArn,
            Optional<String> database,
            Path folder) {
        if (properties.containsKey("CUSTOM_JDBC_CERT")) {
            throw Failures.invalid("Certificates of the user's own (CUSTOM_JDBC_CERT) are not implemented by Laguna.");
        }
        Map<String, String> login = new TreeMap<>();
        copy(properties, "USERNAME", login, USER);
        copy(properties, "PASSWORD", login, PASSWORD);
        Optional.ofNullable(properties.get("SECRET_ID"))
                .or(() -> secretArn)
                .ifPresent(id -> login.putAll(secret(caller, id)));
        String url = ConnectionUrl.of(properties)
                .orElseThrow(() -> Failures.invalid("The connection has no JDBC_CONNECTION_URL."));
        String whole = ConnectionUrl.filled(url, login);
        String inDatabase =
                database.map(name -> ConnectionUrl.withDatabase(whole, name)).orElse(whole);
        Optional<String> driver = Optional.ofNullable(properties.get("JDBC_DRIVER_CLASS_NAME"))
                .or(() -> Optional.ofNullable(properties.get("CONNECTOR_CLASS_NAME")));
        List<Path> jars = jars(properties, folder);
        return new JdbcLogin(
                // Redshift's own driver is not here, and PostgreSQL's speaks to it.
                jars.isEmpty() ? inDatabase.replaceFirst("^jdbc:redshift:", "jdbc:postgresql:") : inDatabase,
                Optional.ofNullable(login.get(USER)),
                Optional.ofNullable(login.get(PASSWORD)),
                driver,
                jars,
                encryption(inDatabase, "true".equalsIgnoreCase(properties.get("JDBC_ENFORCE_SSL"))));
    }

    private static void copy(Map<String, String> from, String name, Map<String, String> to, String other) {
        Optional.ofNullable(from.get(name)).ifPresent(value -> to.put(other, value));
    }

    private List<Path> jars(Map<String, String> properties, Path folder) {
        List<Path> jars = new ArrayList<>();
        for (String name : List.of("JDBC_DRIVER_JAR_URI", "CONNECTOR_URL")) {
            String uris = properties.getOrDefault(name, "");
            for (String uri : uris.split(",", -1)) {
                if (!uri.isBlank()) {
                    try {
                        S3Files.Place place = S3Files.Place.of(uri);
                        Path jar = folder.resolve(jars.size() + "-" + place.name());
                        files.fetch(place, jar);
                        jars.add(jar);
                    } catch (EngineFailure e) {
                        throw Failures.invalid(e.getMessage());
                    }
                }
            }
        }
        return jars;
    }

    /** SQL Server's later drivers encrypt by themselves; Glue's does not. */
    private static Map<String, String> encryption(String url, boolean isEnforced) {
        if (url.startsWith("jdbc:sqlserver:")) {
            return isEnforced
                    ? Map.of("encrypt", "true", "trustServerCertificate", "true")
                    : url.contains("encrypt=") ? Map.of() : Map.of("encrypt", "false");
        }
        if (!isEnforced) {
            return Map.of();
        }
        if (url.startsWith("jdbc:postgresql:") || url.startsWith("jdbc:redshift:")) {
            return Map.of("sslmode", "require");
        }
        if (url.startsWith("jdbc:mysql:")) {
            return Map.of("sslMode", "REQUIRED");
        }
        throw Failures.invalid(
                "JDBC_ENFORCE_SSL is implemented for PostgreSQL, MySQL, SQL Server and Redshift only: put"
                        + " what the driver wants into the address.");
    }

    private Map<String, String> secret(Caller caller, String id) {
        String text;
        try {
            text = secrets.apply(caller).getSecretValue(get -> get.secretId(id)).secretString();
        } catch (AwsServiceException e) {
            throw Failures.invalid("The secret " + id + " cannot be read: " + e.getMessage());
        }
        try {
            JsonNode secret = JSON.readTree(Optional.ofNullable(text).orElse(""));
            Map<String, String> values = new HashMap<>();
            secret.fields()
                    .forEachRemaining(field ->
                            values.put(named(field.getKey()), field.getValue().asText()));
            return values;
        } catch (JsonProcessingException e) {
            throw Failures.invalid("The secret " + id + " is no JSON with the keys username and password.");
        }
    }

    private static String named(String key) {
        return key.equalsIgnoreCase(USER) ? USER : key.equalsIgnoreCase(PASSWORD) ? PASSWORD : key;
    }
}
