package io.laguna.emulator.secretsmanager;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A version of a secret in the state, sealed.
 *
 * @param id the client request token of the call that made it
 */
record VersionRecord(
        long secret, String id, Instant createdAt, Optional<LocalDate> accessedOn, boolean isBinary, String sealed) {}
