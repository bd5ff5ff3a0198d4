package io.laguna.jdbc;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;

/** A login to a database by the driver that the environment names, or by one that knows the address. */
final class Login {
    private static final String PROPERTY = "JDBC_PROPERTY_";

    private final Map<String, String> environment;

    Login(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Logs in.
     *
     * @throws SQLException with the driver's reason, or when there is no driver
     */
    Connection open() throws SQLException {
        String url = environment.get("JDBC_URL");
        Properties properties = new Properties();
        put(properties, "user", "JDBC_USER");
        put(properties, "password", "JDBC_PASSWORD");
        environment.forEach((name, value) -> {
            if (name.startsWith(PROPERTY)) {
                properties.setProperty(name.substring(PROPERTY.length()), value);
            }
        });
        DriverManager.setLoginTimeout(Integer.parseInt(environment.getOrDefault("JDBC_SECONDS", "30")));
        for (Driver driver : drivers()) {
            Connection connection = driver.connect(url, properties);
            if (connection != null) {
                return connection;
            }
        }
        throw new SQLException("No suitable driver found for " + url.replaceAll("[?;].*", ""));
    }

    private void put(Properties properties, String name, String variable) {
        if (environment.containsKey(variable)) {
            properties.setProperty(name, environment.get(variable));
        }
    }

    /** Returns the drivers to try: the one of the name, or those of the user's jars and then those that are there. */
    private List<Driver> drivers() throws SQLException {
        ClassLoader loader = loader();
        Thread.currentThread().setContextClassLoader(loader);
        String name = environment.getOrDefault("JDBC_DRIVER", "");
        if (!name.isEmpty()) {
            try {
                return List.of(Class.forName(name, true, loader)
                        .asSubclass(Driver.class)
                        .getDeclaredConstructor()
                        .newInstance());
            } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
                throw new SQLException("The driver " + name + " cannot be made: " + e, e);
            }
        }
        List<Driver> drivers = new ArrayList<>();
        Iterator<Driver> found = ServiceLoader.load(Driver.class, loader).iterator();
        while (found.hasNext()) {
            drivers.add(found.next());
        }
        return drivers;
    }

    private ClassLoader loader() throws SQLException {
        String jars = environment.getOrDefault("JDBC_JARS", "");
        List<URL> urls = new ArrayList<>();
        try {
            for (String jar : jars.split(File.pathSeparator, -1)) {
                if (!jar.isEmpty()) {
                    urls.add(new File(jar).toURI().toURL());
                }
            }
        } catch (MalformedURLException e) {
            throw new SQLException("No jar: " + jars, e);
        }
        return urls.isEmpty() ? Login.class.getClassLoader() : new URLClassLoader(urls.toArray(URL[]::new));
    }
}
