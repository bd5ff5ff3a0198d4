package io.laguna.glue.python;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import net.razorvine.pickle.IObjectPickler;
import net.razorvine.pickle.Pickler;

/** A day as Python's {@code date} shows it. */
record PythonDate(LocalDate date) {
    static {
        Pickler.registerCustomPickler(PythonDate.class, new Pickles());
    }

    /** A pickle is a call: of a global name, with year, month and day. */
    private static final class Pickles implements IObjectPickler {
        @Override
        public void pickle(Object value, OutputStream out, Pickler pickler) throws IOException {
            LocalDate date = ((PythonDate) value).date();
            out.write("cdatetime\ndate\n(".getBytes(StandardCharsets.US_ASCII));
            pickler.save(date.getYear());
            pickler.save(date.getMonthValue());
            pickler.save(date.getDayOfMonth());
            out.write("tR".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
