package io.laguna.emulator.lake;

import java.time.Duration;

/** Hears of the endpoint and the engines as they get ready. Called from several threads. */
public interface EngineListener {
    /** Called once for each. */
    void ready(String name, Duration elapsed);
}
