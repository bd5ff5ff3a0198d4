package io.laguna.emulator.iam.key;

import io.laguna.emulator.iam.entity.Entity.Use;
import java.time.Instant;
import java.util.Optional;

/**
 * An access key.
 *
 * @param sealed its secret, sealed for the place that its id is
 * @param use when, where and for which service it was last used
 */
public record KeyRecord(String id, long owner, String sealed, boolean active, Instant createdAt, Optional<Use> use) {}
