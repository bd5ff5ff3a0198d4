package io.laguna.emulator.kit.delivery;

import java.time.Instant;

/** An attempt that has ended, of which the state does not know yet. */
record Ended(Delivery delivery, Arrival arrival, Instant at) {}
