package io.laguna.emulator.glue.connection;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a connection's database.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/connection-properties.html">Connection properties</a>
 */
final class ConnectionUrl {
    /** The text that Studio keeps of a connector's addresses: {@code [["default=jdbc:…"],","]}. */
    private static final Pattern TEMPLATES = Pattern.compile("\\[\\s*\\[\\s*\"(?:[^\"=:]*=)?(?<url>[^\"]*)\".*");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?<name>[^}]+)}");
    private static final Pattern WITH_HOST = Pattern.compile("(?<host>jdbc:\\w+://[^/;?]+)(?:/[^?]*)?(?<rest>.*)");

    private ConnectionUrl() {}

    /** Returns the address; absent when the properties have none. */
    static Optional<String> of(Map<String, String> properties) {
        Optional<String> given = Optional.ofNullable(properties.get("JDBC_CONNECTION_URL"));
        if (given.isPresent()) {
            Matcher templates = TEMPLATES.matcher(given.get());
            return templates.matches() ? Optional.of(templates.group("url")) : given;
        }
        return Optional.ofNullable(properties.get("JDBC_ENGINE"))
                .map(engine -> engine.toLowerCase(Locale.ROOT))
                .map(engine -> switch (engine) {
                    case "oracle" -> "jdbc:oracle:thin:@//";
                    default -> "jdbc:" + engine + "://";
                })
                .map(start -> start + properties.get("HOST") + ":" + properties.get("PORT")
                        + (start.contains("sqlserver") ? "" : "/"));
    }

    /**
     * Returns an address with the values of its placeholders, {@code ${Username}}, {@code ${password}} or the keys of a
     * secret. Their case does not count.
     */
    static String filled(String url, Map<String, String> values) {
        Matcher matcher = PLACEHOLDER.matcher(url);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(value(found.group(1), values).orElse(found.group())));
    }

    private static Optional<String> value(String name, Map<String, String> values) {
        String wanted = name.equalsIgnoreCase("user") ? "username" : name;
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(wanted))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * Returns an address with another database in it, for databases that a connection belongs to: PostgreSQL and Redshift.
     */
    static String withDatabase(String url, String database) {
        Matcher matcher = WITH_HOST.matcher(url);
        return (url.startsWith("jdbc:postgresql:") || url.startsWith("jdbc:redshift:")) && matcher.matches()
                ? matcher.group("host") + "/" + database + matcher.group("rest")
                : url;
    }
}
