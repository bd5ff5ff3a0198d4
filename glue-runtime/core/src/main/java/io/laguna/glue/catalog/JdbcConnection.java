package io.laguna.glue.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.glue.model.Connection;
import software.amazon.awssdk.services.glue.model.ConnectionPropertyKey;

/** A connection of the catalog to a database. */
public record JdbcConnection(Connection connection) {
    private static final Pattern HOST = Pattern.compile("(?<host>jdbc:\\w+:(?:thin:)?(?://|@)[^/;?]+)(?<rest>.*)");

    /** Returns the whole address. */
    public String url() {
        return required(ConnectionPropertyKey.JDBC_CONNECTION_URL);
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
        conf.put("enforceSSL", property(ConnectionPropertyKey.JDBC_ENFORCE_SSL, "false"));
        conf.put(
                "skipCustomJDBCCertValidation",
                property(ConnectionPropertyKey.SKIP_CUSTOM_JDBC_CERT_VALIDATION, "false"));
        conf.put("url", matcher.matches() ? matcher.group("host") : url());
        conf.put("fullUrl", url());
        conf.put("customJDBCCert", property(ConnectionPropertyKey.CUSTOM_JDBC_CERT, ""));
        conf.put("user", required(ConnectionPropertyKey.USERNAME));
        conf.put("password", required(ConnectionPropertyKey.PASSWORD));
        conf.put("vendor", url().split(":", 3)[1]);
        return conf;
    }

    /** Returns the options of a source or sink that the connection stands for. */
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("url", url());
        options.put("user", required(ConnectionPropertyKey.USERNAME));
        options.put("password", required(ConnectionPropertyKey.PASSWORD));
        put(options, "customJdbcDriverS3Path", ConnectionPropertyKey.JDBC_DRIVER_JAR_URI);
        put(options, "customJdbcDriverClassName", ConnectionPropertyKey.JDBC_DRIVER_CLASS_NAME);
        return options;
    }

    private void put(Map<String, String> options, String name, ConnectionPropertyKey key) {
        String value = property(key, "");
        if (!value.isEmpty()) {
            options.put(name, value);
        }
    }

    private String property(ConnectionPropertyKey key, String otherwise) {
        return connection.connectionProperties().getOrDefault(key, otherwise);
    }

    private String required(ConnectionPropertyKey key) {
        String value = property(key, "");
        if (value.isEmpty()) {
            String secret = property(ConnectionPropertyKey.SECRET_ID, "");
            throw new IllegalArgumentException(
                    "The connection " + connection.name() + " (" + connection.connectionTypeAsString() + ") has no "
                            + key + (secret.isEmpty() ? "" : "; secrets of Secrets Manager are not read: " + secret));
        }
        return value;
    }
}
