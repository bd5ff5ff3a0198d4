package io.laguna.emulator.redshift.load;

import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Workbench;

/** The block of lines below a message of Redshift's, in which it says what happened where. */
public final class Detail {
    /** A call of another service that was refused. */
    public static final int REQUEST = 8001;

    /** The scan of a column store. */
    public static final int SCAN = 15001;

    private static final String LINE = "-----------------------------------------------";

    private Detail() {}

    /** Returns a failure with its block. */
    public static SqlFailure failure(String error, int code, String context, Workbench bench) {
        return new SqlFailure("XX000", error)
                .with(
                        'D',
                        "\n  " + LINE + "\n  error:  " + error + "\n  code:      " + code + "\n  context:   " + context
                                + "\n  query:     " + bench.queryId() + "\n  location:  laguna\n  process:   padbmaster"
                                + " [pid=" + bench.processId() + "]\n  " + LINE + "\n");
    }
}
