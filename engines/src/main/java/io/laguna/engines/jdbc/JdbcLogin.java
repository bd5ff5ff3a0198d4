package io.laguna.engines.jdbc;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The way into a database.
 *
 * @param password never to be printed or logged
 * @param driver the class; absent for the one that knows the address
 * @param jars of the user's own, with their drivers
 * @param properties further ones of the driver
 */
public record JdbcLogin(
        String url,
        Optional<String> user,
        Optional<String> password,
        Optional<String> driver,
        List<Path> jars,
        Map<String, String> properties) {
    public JdbcLogin {
        jars = List.copyOf(jars);
        properties = Map.copyOf(properties);
    }

    /** Returns the environment that tells the process of it: no list of processes shows that. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("JDBC_URL", url);
        user.ifPresent(name -> environment.put("JDBC_USER", name));
        password.ifPresent(secret -> environment.put("JDBC_PASSWORD", secret));
        driver.ifPresent(name -> environment.put("JDBC_DRIVER", name));
        environment.put("JDBC_JARS", jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        properties.forEach((name, value) -> environment.put("JDBC_PROPERTY_" + name, value));
        return environment;
    }

    @Override
    public String toString() {
        return "login to " + url.replaceAll("[?;@].*", "");
    }
}
