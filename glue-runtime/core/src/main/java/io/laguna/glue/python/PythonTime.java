package io.laguna.glue.python;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import net.razorvine.pickle.IObjectPickler;
import net.razorvine.pickle.Pickler;

/** A moment as Python's {@code datetime} shows it, in the local time of the machine as everywhere in PySpark. */
record PythonTime(LocalDateTime time) {
    static {
        Pickler.registerCustomPickler(PythonTime.class, new Pickles());
    }

    /** A pickle is a call: of a global name, with the parts of the time. */
    private static final class Pickles implements IObjectPickler {
        @Override
        public void pickle(Object value, OutputStream out, Pickler pickler) throws IOException {
            LocalDateTime time = ((PythonTime) value).time();
            out.write("cdatetime\ndatetime\n(".getBytes(StandardCharsets.US_ASCII));
            int[] parts = {
                time.getYear(),
                time.getMonthValue(),
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond(),
                time.getNano() / 1000
            };
            for (int part : parts) {
                pickler.save(part);
            }
            out.write("tR".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
