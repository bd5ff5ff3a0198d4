package io.laguna.engines.server;

import io.laguna.engines.process.EngineFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The client by which Laguna looks at a PostgreSQL, and makes databases, before anybody works in it. */
record PostgreSqlClient(String address, String user, String password) {
    boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    DatabaseAccess database(String name) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (!found.next()) {
                    statement.execute("create database " + name);
                }
            }
        } catch (SQLException e) {
            throw new EngineFailure("PostgreSQL could not create the database " + name + ": " + e.getMessage(), e);
        }
        return new DatabaseAccess(address + "/" + name, user, password);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address + "/postgres?connectTimeout=2", user, password);
    }

    /** Returns the address and the user, without the password. */
    @Override
    public String toString() {
        return address + " as " + user;
    }
}
