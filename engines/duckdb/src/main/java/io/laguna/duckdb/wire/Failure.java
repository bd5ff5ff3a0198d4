package io.laguna.duckdb.wire;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * An error as a client gets it.
 *
 * @param state the SQLSTATE
 */
record Failure(String state, String message) {
    private static final Map<String, String> STATES = Map.of(
            "Catalog Error", "42704",
            "Binder Error", "42804",
            "Parser Error", "42601",
            "Conversion Error", "22P02",
            "Out of Range Error", "22003",
            "Out of Memory Error", "53200",
            "INTERRUPT Error", "57014",
            "Permission Error", "42501",
            "IO Error", "58030",
            "Invalid Input Error", "22000");

    static Failure of(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        String kind = message.contains(":") ? message.substring(0, message.indexOf(':')) : "";
        String state = Optional.ofNullable(failure.getSQLState())
                .filter(each -> each.length() == "42601".length())
                .orElseGet(() -> STATES.getOrDefault(kind, "XX000"));
        return new Failure(state, message);
    }
}
