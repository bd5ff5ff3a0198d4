package io.laguna.emulator.sqs;

import java.util.Optional;
import java.util.UUID;

/**
 * A message to be sent, checked.
 *
 * @param attributes the message's attributes as JSON
 * @param systemAttributes those of AWS, as JSON
 * @param delay seconds; empty for the queue's
 */
record NewMessage(
        UUID message,
        String body,
        String attributes,
        String systemAttributes,
        Optional<Integer> delay,
        Optional<String> group,
        Optional<String> deduplication) {}
