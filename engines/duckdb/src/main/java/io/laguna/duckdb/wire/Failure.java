package io.laguna.duckdb.wire;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An error as a client gets it.
 *
 * @param state the SQLSTATE
 */
record Failure(String state, String message, Optional<String> detail) {
    private static final String SCAN = "Spectrum Scan Error";
    private static final int SCAN_CODE = 15001;
    private static final String LINE = "-----------------------------------------------";
    /** The errors that a reader's query has by the files that it reads. */
    private static final Set<String> OF_FILES =
            Set.of("Invalid Input Error", "Conversion Error", "IO Error", "Invalid Error", "Out of Range Error");

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
        return new Failure(state, message, Optional.empty());
    }

    /**
     * Returns the failure of a reader's query in the form in which Redshift tells those of files.
     *
     * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/c-spectrum-troubleshooting.html">Troubleshooting</a>
     */
    Failure ofScan() {
        int colon = message.indexOf(": ");
        if (colon < 0 || !OF_FILES.contains(message.substring(0, colon))) {
            return this;
        }
        String detail = "\n  " + LINE + "\n  error:  " + SCAN + "\n  code:      " + SCAN_CODE + "\n  context:   "
                + message.substring(colon + 2) + "\n  " + LINE;
        return new Failure("XX000", SCAN, Optional.of(detail));
    }
}
