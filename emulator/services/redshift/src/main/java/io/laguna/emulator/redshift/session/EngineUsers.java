package io.laguna.emulator.redshift.session;

import io.laguna.engines.server.DatabaseAccess;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.Names;
import io.laguna.redshift.wire.login.Credentials;
import io.laguna.redshift.wire.login.Login;
import io.laguna.redshift.wire.login.Proof;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The users of a cluster's engine, as Laguna's superuser makes them and looks their digests up. */
public final class EngineUsers implements Credentials {
    private static final Logger LOG = LoggerFactory.getLogger(EngineUsers.class);
    private static final String FIND =
            """
            SELECT substr(rolpassword, 4) FROM pg_authid
            WHERE rolname = ? AND rolcanlogin AND NOT rolsuper AND rolpassword LIKE 'md5%'
            AND (rolvaliduntil IS NULL OR rolvaliduntil > now())
            """;

    private final Supplier<DatabaseAccess> administrator;

    /**
     * Creates the view of an engine's users.
     *
     * @param administrator a database of the cluster as the engine's superuser
     */
    public EngineUsers(Supplier<DatabaseAccess> administrator) {
        this.administrator = administrator;
    }

    @Override
    public Optional<Login> find(String user, String database) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, user);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Login(user, new Proof.Md5(row.getString(1)))) : Optional.empty();
            }
        } catch (SQLException e) {
            LOG.warn("The users of a Redshift cluster cannot be looked up: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Tells whether there is a user, with a password or without. */
    public boolean exists(String user) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT FROM pg_roles WHERE rolname = ? AND rolcanlogin")) {
            statement.setString(1, user);
            return statement.executeQuery().next();
        }
    }

    /**
     * Makes the first user of a cluster, who is Redshift's superuser and none of the engine's, and the first database. What
     * is there already is kept.
     */
    public void createMaster(String user, PasswordDigest password, String database) throws SQLException {
        String role = Names.quoted(user);
        run(
                "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = " + Literals.quoted(user)
                        + ") THEN CREATE ROLE " + role + " LOGIN CREATEROLE CREATEDB; END IF; END $$",
                "GRANT " + Users.SUPERUSERS + " TO " + role + " WITH ADMIN OPTION",
                passwordOf(user, password));
        createDatabase(user, database);
    }

    /** Makes a user without a password, unless there is one. */
    public void create(String user) throws SQLException {
        String role = Names.quoted(user);
        run("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = " + Literals.quoted(user)
                + ") THEN CREATE ROLE " + role + " LOGIN; GRANT " + role + " TO " + Users.SUPERUSERS
                + "; END IF; END $$");
    }

    /** Makes a user a member of groups; those that are not there are passed over. */
    public void join(String user, List<String> groups) throws SQLException {
        for (String group : groups) {
            run("DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE NOT rolcanlogin AND rolname = "
                    + Literals.quoted(group) + ") THEN GRANT " + Names.quoted(group) + " TO " + Names.quoted(user)
                    + "; END IF; END $$");
        }
    }

    /** Gives a user the password with a digest. */
    public void setPassword(String user, PasswordDigest digest) throws SQLException {
        run(passwordOf(user, digest));
    }

    private static String passwordOf(String user, PasswordDigest digest) {
        return "ALTER ROLE " + Names.quoted(user) + " PASSWORD " + Literals.quoted(digest.text());
    }

    private void createDatabase(String owner, String database) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement found = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?");
                Statement statement = connection.createStatement()) {
            found.setString(1, database);
            if (!found.executeQuery().next()) {
                statement.execute("CREATE DATABASE " + Names.quoted(database) + " OWNER " + Names.quoted(owner));
            }
        }
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection connect() throws SQLException {
        DatabaseAccess access = administrator.get();
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }
}
