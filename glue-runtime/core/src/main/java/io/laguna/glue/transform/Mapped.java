package io.laguna.glue.transform;

import java.util.Iterator;
import java.util.function.Function;

/** The values that a function makes of others, one at a time. */
record Mapped<T, R>(Iterator<T> values, Function<T, R> function) implements Iterator<R> {
    @Override
    public boolean hasNext() {
        return values.hasNext();
    }

    @Override
    public R next() {
        return function.apply(values.next());
    }
}
