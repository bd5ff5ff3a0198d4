package io.laguna.glue.python;

import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.record.CallSite;
import io.laguna.glue.record.DynamicRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.razorvine.pickle.Pickler;
import net.razorvine.pickle.Unpickler;
import org.apache.spark.api.java.JavaRDD;

/**
 * Frames whose records a Python function sees. Batches of pickled records go to PySpark's workers, and what comes back is
 * a frame again.
 */
public final class PythonFunctions {
    /** How many records one pickle holds: PySpark finds out about such a number by itself. */
    private static final int BATCH = 100;

    private PythonFunctions() {}

    /** Returns the records as pickled lists of what {@link RecordPickle} makes of them. */
    public static JavaRDD<byte[]> pickled(DynamicFrame frame) {
        return frame.records().mapPartitions(Batches::new, true);
    }

    /** Returns the frame of what a Python function made of a frame's pickled records. */
    public static DynamicFrame unpickled(DynamicFrame frame, JavaRDD<byte[]> pickles, Stage stage) {
        CallSite callSite = stage.callSite();
        return DynamicFrame.ofStep(pickles.flatMap(pickle -> records(pickle, callSite)), stage, frame);
    }

    /** Returns the same when the function only takes records away or moves them, so that the schema is the frame's. */
    public static DynamicFrame filtered(DynamicFrame frame, JavaRDD<byte[]> pickles, Stage stage) {
        CallSite callSite = stage.callSite();
        return DynamicFrame.ofStep(pickles.flatMap(pickle -> records(pickle, callSite)), frame::schema, stage, frame);
    }

    private static Iterator<DynamicRecord> records(byte[] pickle, CallSite callSite) throws IOException {
        Object items = new Unpickler().loads(pickle);
        List<DynamicRecord> records = new ArrayList<>();
        for (Object item : items instanceof List<?> list ? list : List.of(items)) {
            records.add(RecordPickle.record((Object[]) item, callSite));
        }
        return records.iterator();
    }

    /** The pickles of a partition. */
    private static final class Batches implements Iterator<byte[]> {
        private final Iterator<DynamicRecord> records;

        private Batches(Iterator<DynamicRecord> records) {
            this.records = records;
        }

        @Override
        public boolean hasNext() {
            return records.hasNext();
        }

        @Override
        public byte[] next() {
            List<Object> items = new ArrayList<>(BATCH);
            while (items.size() < BATCH && records.hasNext()) {
                items.add(RecordPickle.item(records.next()));
            }
            try {
                return new Pickler(false).dumps(items);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
