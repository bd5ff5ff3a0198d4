package io.laguna.emulator.kit;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of access key ids, and the account that is in them.
 *
 * <p>An id of 12 digits is the account itself: so a user chooses an account, as with other emulators. Ids that AWS and
 * Laguna give to temporary credentials carry the account in bits 1 to 40 of the part after {@code ASIA}.
 */
public final class AccessKeyIds {
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern TEMPORARY = Pattern.compile("ASIA[A-Z2-7]{16}");
    private static final long ACCOUNT_MASK = 0x7fffffffff80L;
    private static final int ACCOUNT_SHIFT = 7;
    private static final long LARGEST_ACCOUNT = 999_999_999_999L;

    private AccessKeyIds() {}

    /** Returns the account that an id names, if it does. */
    public static Optional<String> account(String accessKeyId) {
        if (ACCOUNT.matcher(accessKeyId).matches()) {
            return Optional.of(accessKeyId);
        }
        if (!TEMPORARY.matcher(accessKeyId).matches()) {
            return Optional.empty();
        }
        long number = (Base32.decodePrefix(accessKeyId.substring(4), 48) & ACCOUNT_MASK) >> ACCOUNT_SHIFT;
        return number <= LARGEST_ACCOUNT ? Optional.of("%012d".formatted(number)) : Optional.empty();
    }

    /** Tells whether an id is one of temporary credentials. */
    public static boolean isTemporary(String accessKeyId) {
        return TEMPORARY.matcher(accessKeyId).matches();
    }

    /** Returns a new id for temporary credentials of an account. */
    public static String temporary(String accountId, SecureRandom random) {
        byte[] bytes = new byte[10];
        random.nextBytes(bytes);
        long head = (1L << 47) | (Long.parseLong(accountId) << ACCOUNT_SHIFT) | (bytes[5] & 0x7f);
        for (int i = 5; i >= 0; i--) {
            bytes[i] = (byte) head;
            head >>= 8;
        }
        return "ASIA" + Base32.encode(bytes, 0, bytes.length);
    }
}
