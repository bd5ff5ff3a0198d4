package io.laguna.emulator.redshift.load;

import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The way of rows to files that have floating-point numbers themselves and not texts of them: all digits come along. The
 * text that a session has of a number is shorter, 15 digits of a double unless {@code extra_float_digits} says otherwise.
 */
public final class AllDigits {
    private static final String DIGITS = "'extra_float_digits'";

    private AllDigits() {}

    /**
     * Runs a {@code COPY … TO STDOUT} into a stream, as {@link Workbench#copyOut} does. When it fails, so does its
     * transaction, and the session has its own digits again.
     *
     * @return the command tag, {@code COPY n}
     */
    public static String copyOut(Workbench bench, String sql, OutputStream content) throws SqlFailure, IOException {
        String own = ask(bench, "current_setting(" + DIGITS + ")");
        setTo("3", bench);
        String tag = bench.copyOut(sql, content);
        setTo(own, bench);
        return tag;
    }

    private static void setTo(String digits, Workbench bench) throws SqlFailure, IOException {
        var unused = ask(bench, "set_config(" + DIGITS + ", " + Literals.quoted(digits) + ", true)");
    }

    private static String ask(Workbench bench, String function) throws SqlFailure, IOException {
        return bench.query("SELECT pg_catalog." + function).get(0).get(0).orElseThrow();
    }
}
