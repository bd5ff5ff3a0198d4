package io.laguna.emulator.glue;

import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.kit.request.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** An ordered list of names that is read from any name on, a part at a time. */
@FunctionalInterface
interface NameSource {
    /** The number of names that are read at a time where few of them may be wanted. */
    int BATCH = 2_000;

    /**
     * Returns the next names in order. When there are fewer than {@code most}, they are the last ones.
     *
     * @param after the name that they come after; empty for the first ones
     */
    List<String> next(Optional<String> after, int most);

    /**
     * Returns a source of only the names that are wanted. It reads no more names than it needs to find as many as it is
     * asked for.
     */
    default NameSource filtered(Predicate<String> wanted) {
        return (start, most) -> {
            List<String> found = new ArrayList<>();
            Optional<String> after = start;
            while (true) {
                List<String> batch = next(after, BATCH);
                for (String name : batch) {
                    if (wanted.test(name)) {
                        found.add(name);
                    }
                    if (found.size() == most) {
                        return found;
                    }
                }
                if (batch.size() < BATCH) {
                    return found;
                }
                after = Optional.of(batch.get(batch.size() - 1));
            }
        };
    }

    /**
     * Reads a page where the one before it ended.
     *
     * @param token of the page before; null or empty for the first
     */
    default Page<String> page(String token, int size) {
        return Page.first(next(Page.after(token, Failures::badToken), size + 1), Function.identity(), size);
    }

    /** Reads all names. */
    default List<String> all() {
        return filtered(name -> true).next(Optional.empty(), Integer.MAX_VALUE);
    }
}
