package io.laguna.emulator.kit.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * A delivery that has not arrived.
 *
 * @param number its place in the order in which deliveries were promised
 * @param key those of one key are delivered one after another
 * @param together those of one such text may be delivered by one call
 * @param attempts how often it has been tried
 * @param breaks how often its carrier has broken, which is no attempt
 */
public record Delivery(
        long number,
        Optional<String> key,
        Optional<String> together,
        String body,
        int attempts,
        int breaks,
        Instant madeAt) {
    /** The text between the key that a delivery had and its number, when it goes apart from the others of that key. */
    static final String ASIDE = "\n";

    /** Returns the key that the delivery was put with. */
    public Optional<String> keyAsPut() {
        return key.map(text -> text.split(ASIDE, 2)[0]);
    }

    /** Returns a key or a body in which nothing is that PostgreSQL cannot keep. */
    static String kept(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A delivery cannot have the character U+0000");
        }
        return text;
    }
}
