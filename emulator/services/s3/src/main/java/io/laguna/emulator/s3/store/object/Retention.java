package io.laguna.emulator.s3.store.object;

import java.time.Instant;

/**
 * Until when a version may not be deleted.
 *
 * @param mode {@code GOVERNANCE} or {@code COMPLIANCE}
 */
public record Retention(String mode, Instant until) {}
