package io.laguna.emulator.iam.rule;

import io.laguna.emulator.kit.request.RandomIds;

/**
 * The ids that IAM gives to what it makes.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids">
 *     Unique identifiers</a>
 */
public final class UniqueIds {
    private static final RandomIds LETTERS = new RandomIds("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    private static final RandomIds SECRET =
            new RandomIds("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    private static final int ID_LETTERS = 17;
    private static final int KEY_LETTERS = 16;
    private static final int SECRET_LETTERS = 40;

    private UniqueIds() {}

    /** Returns an id of 21 characters: {@code AROA…}. */
    public static String of(String prefix) {
        return prefix + LETTERS.next(ID_LETTERS);
    }

    /** Returns the id of an access key, of 20 characters: {@code AKIA…}. */
    public static String accessKey() {
        return "AKIA" + LETTERS.next(KEY_LETTERS);
    }

    public static String secret() {
        return SECRET.next(SECRET_LETTERS);
    }
}
