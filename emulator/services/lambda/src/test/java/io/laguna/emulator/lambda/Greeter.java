package io.laguna.emulator.lambda;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A function in Java that needs nothing but the JDK. */
public final class Greeter {
    /** Answers an event, or fails where it has no name. */
    public Map<String, Object> greet(Map<String, String> event) {
        String name = Optional.ofNullable(event.get("name"))
                .orElseThrow(() -> new IllegalArgumentException("nobody is there"));
        System.out.println("greets " + name);
        return Map.of("hello", name, "colour", System.getenv("COLOUR"), "list", List.of(1, 2));
    }
}
