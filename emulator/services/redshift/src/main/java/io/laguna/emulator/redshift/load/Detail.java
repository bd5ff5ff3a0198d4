package io.laguna.emulator.redshift.load;

/** The block of lines below a message of Redshift's, in which it says what happened where. */
final class Detail {
    /** A call of another service that was refused. */
    static final int REQUEST = 8001;

    /** The scan of a column store. */
    static final int SCAN = 15001;

    private static final String LINE = "-----------------------------------------------";

    private Detail() {}

    static String of(String error, int code, String context, String location) {
        return "\n  " + LINE + "\n  error:  " + error + "\n  code:      " + code + "\n  context:   " + context
                + "\n  query:     0\n  location:  " + location + "\n  process:   padbmaster [pid=1]\n  " + LINE + "\n";
    }
}
