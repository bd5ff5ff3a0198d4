package io.laguna.glue.jdbc;

import io.laguna.glue.format.Options;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A database: its address, the class of its driver, and with what it is opened.
 *
 * @param properties user and password, and what Spark's reader and writer take
 */
public record Database(String url, String driver, Map<String, String> properties) {

    /**
     * Returns the database of options: {@code url}, {@code user}, {@code password}, and for a driver of the user's
     * {@code customJdbcDriverS3Path} and {@code customJdbcDriverClassName}.
     *
     * @throws IllegalArgumentException when the options name no address, or no driver is there
     */
    public static Database of(SparkSession session, Options options) {
        String url = options.required("url");
        options.text("customJdbcDriverS3Path").ifPresent(jar -> addJar(session, jar));
        Map<String, String> properties = new TreeMap<>();
        options.text("user").or(() -> options.text("username")).ifPresent(user -> properties.put("user", user));
        options.text("password").ifPresent(password -> properties.put("password", password));
        options.text("DbUser").ifPresent(user -> properties.put("DbUser", user));
        options.number("fetchsize").ifPresent(rows -> properties.put("fetchsize", rows.toString()));
        options.number("bulkSize").ifPresent(rows -> properties.put("batchsize", rows.toString()));
        Optional<String> custom = options.text("customJdbcDriverClassName")
                .or(() -> options.text("className"))
                .or(() -> options.text("jdbcdriver"));
        if (custom.isPresent()) {
            return new Database(url, custom.get(), properties);
        }
        Vendor vendor = Vendor.ofUrl(url)
                .orElseThrow(() -> new IllegalArgumentException("No driver is known for " + url.replaceAll("[?;].*", "")
                        + ": name it by customJdbcDriverClassName and customJdbcDriverS3Path"));
        Optional<String> there =
                vendor.drivers().stream().filter(Database::isThere).findFirst();
        return new Database(
                url,
                there.orElseThrow(() -> new IllegalArgumentException(
                        "The driver " + vendor.drivers().get(0)
                                + " is on no class path: give it by --extra-jars, or by customJdbcDriverS3Path and"
                                + " customJdbcDriverClassName")),
                properties);
    }

    /** Returns the names of the options by which a database is reached, and of others. */
    public static Set<String> options(Set<String> others) {
        Set<String> names = new TreeSet<>(Set.of(
                "url",
                "user",
                "username",
                "password",
                "DbUser",
                "jdbcdriver",
                "connectionName",
                "useConnectionProperties",
                "fetchsize",
                "bulkSize",
                "customJdbcDriverS3Path",
                "customJdbcDriverClassName",
                "className"));
        names.addAll(others);
        return names;
    }

    /** Makes the classes of a jar known to the driver and the executors. */
    private static void addJar(SparkSession session, String jar) {
        session.sessionState().resourceLoader().addJar(jar);
        Thread.currentThread().setContextClassLoader(session.sharedState().jarClassLoader());
    }

    private static boolean isThere(String driver) {
        try {
            load(driver);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Class<?> load(String driver) throws ClassNotFoundException {
        return Class.forName(driver, true, Thread.currentThread().getContextClassLoader());
    }

    public Vendor vendor() {
        return Vendor.ofUrl(url).orElse(Vendor.POSTGRESQL);
    }

    /** Opens a connection of its own, for what Spark has no way to do. */
    public Connection connect() throws SQLException {
        try {
            Driver opener = (Driver) load(driver).getDeclaredConstructor().newInstance();
            Properties login = new Properties();
            login.putAll(properties);
            Connection connection = opener.connect(url, login);
            if (connection == null) {
                throw new SQLException("The driver " + driver + " does not know the address " + url);
            }
            return connection;
        } catch (ReflectiveOperationException e) {
            throw new SQLException("The driver " + driver + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** Returns the properties as Spark takes them. */
    public Properties sparkProperties() {
        Properties all = new Properties();
        all.putAll(properties);
        all.put("driver", driver);
        return all;
    }

    /** Returns the one row of a query. */
    Row row(SparkSession session, String query) {
        return session.read()
                .jdbc(url, "(" + query + ") glue_one", sparkProperties())
                .first();
    }

    /** Returns the rows of a table or of a query in brackets; with predicates, a partition for each. */
    public Dataset<Row> rows(SparkSession session, String table, List<String> predicates) {
        return predicates.isEmpty()
                ? session.read().jdbc(url, table, sparkProperties())
                : session.read().jdbc(url, table, predicates.toArray(String[]::new), sparkProperties());
    }

    /** Runs statements that stand between semicolons. */
    public void run(String statements) throws SQLException {
        List<String> each = Arrays.stream(statements.split(";", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (each.isEmpty()) {
            return;
        }
        try (Connection connection = connect();
                java.sql.Statement statement = connection.createStatement()) {
            for (String sql : each) {
                statement.execute(sql);
            }
        }
    }
}
