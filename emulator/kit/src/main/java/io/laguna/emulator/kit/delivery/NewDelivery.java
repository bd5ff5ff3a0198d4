package io.laguna.emulator.kit.delivery;

import java.util.Optional;

/**
 * A delivery that is to be put.
 *
 * @param together those of one such text may be delivered by one call; one without it goes alone
 */
public record NewDelivery(String key, Optional<String> together, String body) {}
