package io.laguna.emulator.kit;

import java.time.Duration;

/**
 * A role that can be assumed.
 *
 * @param partition {@code aws}
 * @param name without the path
 * @param longestSession how long its sessions may be
 */
public record KnownRole(String partition, String accountId, String name, String uniqueId, Duration longestSession) {}
