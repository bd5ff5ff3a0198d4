package io.laguna.emulator.emr.request;

import io.laguna.emulator.kit.request.RandomIds;
import java.util.Locale;

/** Makes identifiers like those of EMR and EC2. */
public final class Ids {
    private static final RandomIds EMR = new RandomIds("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static final RandomIds HEXADECIMAL = new RandomIds("0123456789abcdef");
    private static final int LENGTH = 13;

    private Ids() {}

    public static String cluster() {
        return "j-" + EMR.next(LENGTH);
    }

    public static String step() {
        return "s-" + EMR.next(LENGTH);
    }

    public static String instanceGroup() {
        return "ig-" + EMR.next(LENGTH);
    }

    public static String instanceFleet() {
        return "if-" + EMR.next(LENGTH);
    }

    public static String instance() {
        return "ci-" + EMR.next(LENGTH);
    }

    /** Returns an instance's id that is always the same for the same hexadecimal digits. */
    public static String instance(String hex) {
        return "ci-" + hex.substring(0, LENGTH).toUpperCase(Locale.ROOT);
    }

    public static String persistentAppUi() {
        return "p-" + EMR.next(LENGTH);
    }

    /** Returns an instance's id in EC2: {@code i-0123456789abcdef0}. */
    public static String ec2Instance() {
        return "i-" + HEXADECIMAL.next(17);
    }

    /** Returns the name or the password of a session: 48 hexadecimal digits. */
    public static String credential() {
        return HEXADECIMAL.next(48);
    }
}
