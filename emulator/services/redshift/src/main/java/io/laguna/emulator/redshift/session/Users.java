package io.laguna.emulator.redshift.session;

import io.laguna.redshift.sql.statement.Statement.User;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * The form of a new or changed user in the engine. The engine keeps the digest of a password and never sees the password;
 * options of Redshift's alone are settings of the role.
 */
final class Users {
    /** The role whose members are Redshift's superusers. They are none of the engine's. */
    static final String SUPERUSERS = "\"sys:superuser\"";

    private Users() {}

    /** Returns what is to be done after CREATE USER or ALTER USER. */
    static List<String> after(User user) {
        String role = Names.quoted(user.name());
        List<String> after = new ArrayList<>();
        user.password()
                .ifPresent(password -> after.add("ALTER ROLE " + role + " PASSWORD "
                        + Literals.quoted(
                                PasswordDigest.of(user.name(), password).text())));
        boolean superuser = "true".equals(user.options().get("superuser"));
        if (user.creates() && !superuser) {
            after.add("GRANT " + role + " TO " + SUPERUSERS);
        }
        user.options().forEach((option, value) -> after.addAll(option(role, option, value, user.creates())));
        return after;
    }

    private static List<String> option(String role, String option, String value, boolean creates) {
        return switch (option) {
            case "password" -> List.of("ALTER ROLE " + role + " PASSWORD NULL");
            case "superuser" -> superuser(role, Boolean.parseBoolean(value), creates);
            case "session timeout" -> List.of(
                    value.isEmpty()
                            ? "ALTER ROLE " + role + " RESET idle_session_timeout"
                            : "ALTER ROLE " + role + " SET idle_session_timeout = '" + value + "s'");
            case "syslog access" -> List.of(
                    "ALTER ROLE " + role + " SET laguna.user_syslog_access = " + Literals.quoted(value));
            case "externalid" -> List.of(
                    "ALTER ROLE " + role + " SET laguna.user_externalid = " + Literals.quoted(value));
            default -> throw new IllegalStateException("No option of a user: " + option);
        };
    }

    private static List<String> superuser(String role, boolean is, boolean creates) {
        if (is) {
            List<String> granted = new ArrayList<>();
            if (!creates) {
                // A role cannot be a member of its own members.
                granted.add("REVOKE " + role + " FROM " + SUPERUSERS);
            }
            granted.add("GRANT " + SUPERUSERS + " TO " + role + " WITH ADMIN OPTION");
            granted.add("ALTER ROLE " + role + " CREATEROLE CREATEDB");
            return granted;
        }
        return creates
                ? List.of()
                : List.of(
                        "REVOKE " + SUPERUSERS + " FROM " + role,
                        "ALTER ROLE " + role + " NOCREATEROLE NOCREATEDB",
                        "GRANT " + role + " TO " + SUPERUSERS);
    }
}
