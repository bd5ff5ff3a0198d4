package io.laguna.emulator.lake;

import java.time.Duration;

/** A listener that is told when the endpoint and the engines get ready. Several threads call it. */
public interface EngineListener {
    /** Called once for each engine. */
    void ready(String name, Duration elapsed);
}
