package io.laguna.glue.jdbc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of database that jobs know by name. */
public enum Vendor {
    MYSQL("mysql", "com.mysql.cj.jdbc.Driver", "org.mariadb.jdbc.Driver"),
    POSTGRESQL("postgresql", "org.postgresql.Driver"),
    SQLSERVER("sqlserver", "com.microsoft.sqlserver.jdbc.SQLServerDriver"),
    ORACLE("oracle", "oracle.jdbc.OracleDriver"),
    REDSHIFT("redshift", "com.amazon.redshift.jdbc42.Driver", "com.amazon.redshift.jdbc.Driver");

    private final String text;
    private final String drivers;

    Vendor(String text, String... drivers) {
        this.text = text;
        this.drivers = String.join(" ", drivers);
    }

    public String text() {
        return text;
    }

    List<String> drivers() {
        return List.of(drivers.split(" ", -1));
    }

    /** Returns the vendor of a connection type or a classification. */
    public static Optional<Vendor> named(String name) {
        for (Vendor vendor : values()) {
            if (vendor.text.equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(vendor);
            }
        }
        return Optional.empty();
    }

    /** Returns the vendor of an address. */
    public static Optional<Vendor> ofUrl(String url) {
        String[] parts = url.split(":", 3);
        return parts.length < 2 ? Optional.empty() : named(parts[1]);
    }

    /** Returns an SQL expression that is a whole number from 0 on for every value of a column, or null. */
    String hash(String column, int parts) {
        return switch (this) {
            case MYSQL -> "MOD(CRC32(" + column + "), " + parts + ")";
            case POSTGRESQL -> "MOD(ABS(HASHTEXT(CAST(" + column + " AS TEXT))::BIGINT), " + parts + ")";
            case SQLSERVER -> "ABS(CAST(CHECKSUM(" + column + ") AS BIGINT)) % " + parts;
            case ORACLE -> "MOD(ORA_HASH(" + column + "), " + parts + ")";
            case REDSHIFT -> "MOD(ABS(CAST(STRTOL(LEFT(MD5(CAST(" + column + " AS VARCHAR)), 8), 16) AS BIGINT)), "
                    + parts + ")";
        };
    }
}
