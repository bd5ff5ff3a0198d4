package io.laguna.emulator.s3.store.version;

import java.security.SecureRandom;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of versions. They look as S3's do, 32 characters, and begin with their order, which is the time in microseconds:
 * later ones are greater as texts too.
 */
public final class VersionIds {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int ORDER_LENGTH = 13;
    private static final int LENGTH = 32;

    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    /** An order above all that were given, and above another one. */
    public long next(long above) {
        long now = System.currentTimeMillis() * 1000;
        return last.updateAndGet(before -> Math.max(Math.max(before, above) + 1, now));
    }

    public String id(long order) {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int digit = ORDER_LENGTH - 1; digit >= 0; digit--) {
            id.append(DIGITS.charAt((int) (order >>> (digit * BITS)) & (DIGITS.length() - 1)));
        }
        while (id.length() < LENGTH) {
            id.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return id.toString();
    }

    /** Returns the order of an id; empty for what is no id of ours, {@code null} too. */
    public static OptionalLong order(String id) {
        if (id.length() != LENGTH) {
            return OptionalLong.empty();
        }
        long order = 0;
        for (int at = 0; at < ORDER_LENGTH; at++) {
            int digit = DIGITS.indexOf(id.charAt(at));
            if (digit < 0) {
                return OptionalLong.empty();
            }
            order = order << BITS | digit;
        }
        return OptionalLong.of(order);
    }
}
