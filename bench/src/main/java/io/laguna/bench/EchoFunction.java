package io.laguna.bench;

import java.util.Map;

/** A function in Java that returns its event. It needs nothing but the JDK. */
public final class EchoFunction {
    public Map<String, Object> handle(Map<String, Object> event) {
        return event;
    }
}
