package io.laguna.emulator;

import io.laguna.engines.Engine;
import java.time.Duration;

/** Hears of engines as they get ready. Called from several threads. */
public interface EngineListener {
    void ready(Engine engine, Duration elapsed);
}
