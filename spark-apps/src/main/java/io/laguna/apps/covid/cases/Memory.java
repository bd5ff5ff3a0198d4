package io.laguna.apps.covid.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A memory of texts that come again and of what they mean: six million rows hold six dates each and some two thousand
 * different ones. A text is looked up as the bytes that Spark has, so that a known text is not even decoded. Only one
 * thread may use a memory.
 */
final class Memory<T> {

    private static final int CAPACITY = 50_000;

    private final Map<UTF8String, T> known = new HashMap<>();
    private final Function<String, T> reader;

    /**
     * Creates a memory of the values that {@code reader} returns.
     *
     * @param reader is given trimmed texts
     */
    Memory(Function<String, T> reader) {
        this.reader = reader;
    }

    T read(UTF8String text) {
        T reading = known.get(text);
        if (reading == null) {
            if (known.size() == CAPACITY) {
                known.clear();
            }
            reading = reader.apply(text.toString().strip());
            // A copy: Spark uses the bytes of a row again for the next one.
            known.put(text.clone(), reading);
        }
        return reading;
    }
}
