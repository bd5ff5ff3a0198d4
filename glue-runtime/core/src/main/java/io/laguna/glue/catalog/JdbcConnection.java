package io.laguna.glue.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.glue.model.Connection;

/**
 * A connection of the catalog to a database.
 *
 * @param secret what Secrets Manager has for it; empty where the connection names no secret
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/connection-properties.html">Connection properties</a>
 */
public record JdbcConnection(Connection connection, Map<String, String> secret) {
    private static final Pattern HOST = Pattern.compile("(?<host>jdbc:\\w+:(?:thin:)?(?://|@)[^/;?]+)(?<rest>.*)");

    /** The text that Glue Studio keeps of a connector's addresses: {@code [["default=jdbc:…"],","]}. */
    private static final Pattern TEMPLATES = Pattern.compile("\\[\\s*\\[\\s*\"(?:[^\"=:]*=)?(?<url>[^\"]*)\".*");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?<name>[^}]+)}");
    private static final String USER = "username";
    private static final String PASSWORD = "password";

    /** Returns a connection with its secret, which is read from Secrets Manager. */
    public static JdbcConnection of(Connection connection) {
        Optional<String> id = Optional.ofNullable(
                        connection.connectionPropertiesAsStrings().get("SECRET_ID"))
                .filter(text -> !text.isEmpty());
        return new JdbcConnection(connection, id.map(Secret::of).orElse(Map.of()));
    }

    /** Returns the whole address. */
    public String url() {
        String given = required("JDBC_CONNECTION_URL", property("JDBC_CONNECTION_URL"));
        Matcher templates = TEMPLATES.matcher(given);
        String url = templates.matches() ? templates.group("url") : given;
        return PLACEHOLDER
                .matcher(url)
                .replaceAll(
                        found -> Matcher.quoteReplacement(filled(found.group(1)).orElse(found.group())));
    }

    /** Returns the address with another database in it. */
    public String url(String database) {
        Matcher matcher = HOST.matcher(url());
        if (!matcher.matches() || url().startsWith("jdbc:sqlserver")) {
            return url();
        }
        String rest = matcher.group("rest");
        int question = rest.indexOf('?');
        return matcher.group("host") + "/" + database + (question < 0 ? "" : rest.substring(question));
    }

    /** Returns what {@code extract_jdbc_conf} gives: user, password, vendor, the address with and without a database. */
    public Map<String, String> conf() {
        Matcher matcher = HOST.matcher(url());
        Map<String, String> conf = new LinkedHashMap<>();
        conf.put("enforceSSL", property("JDBC_ENFORCE_SSL").orElse("false"));
        conf.put(
                "skipCustomJDBCCertValidation",
                property("SKIP_CUSTOM_JDBC_CERT_VALIDATION").orElse("false"));
        conf.put("url", matcher.matches() ? matcher.group("host") : url());
        conf.put("fullUrl", url());
        conf.put("customJDBCCert", property("CUSTOM_JDBC_CERT").orElse(""));
        conf.put("user", required("USERNAME", user()));
        conf.put("password", required("PASSWORD", password()));
        conf.put("vendor", url().split(":", 3)[1]);
        return conf;
    }

    /** Returns the options of a source or sink that the connection stands for. */
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("url", url());
        options.put("user", required("USERNAME", user()));
        options.put("password", required("PASSWORD", password()));
        property("JDBC_DRIVER_JAR_URI")
                .or(() -> property("CONNECTOR_URL"))
                .ifPresent(jar -> options.put("customJdbcDriverS3Path", jar));
        property("JDBC_DRIVER_CLASS_NAME")
                .or(() -> property("CONNECTOR_CLASS_NAME"))
                .ifPresent(name -> options.put("customJdbcDriverClassName", name));
        return options;
    }

    private Optional<String> user() {
        return secretly(USER).or(() -> property("USERNAME"));
    }

    private Optional<String> password() {
        return secretly(PASSWORD).or(() -> property("PASSWORD"));
    }

    private Optional<String> filled(String placeholder) {
        if (placeholder.equalsIgnoreCase("user") || placeholder.equalsIgnoreCase(USER)) {
            return user();
        }
        return placeholder.equalsIgnoreCase(PASSWORD) ? password() : secretly(placeholder);
    }

    private Optional<String> secretly(String name) {
        return secret.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(connection.connectionPropertiesAsStrings().get(name))
                .filter(value -> !value.isEmpty());
    }

    private String required(String name, Optional<String> value) {
        return value.orElseThrow(() -> new IllegalArgumentException("The connection " + connection.name() + " ("
                + connection.connectionTypeAsString() + ") has no " + name
                + property("SECRET_ID").map(id -> ", nor has its secret " + id).orElse("")
                + property("ENCRYPTED_PASSWORD")
                        .map(encrypted -> "; it is encrypted by the catalog's settings: use a SECRET_ID")
                        .orElse("")));
    }
}
