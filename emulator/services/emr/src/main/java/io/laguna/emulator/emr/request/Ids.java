package io.laguna.emulator.emr.request;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Identifiers as EMR and EC2 make them. */
public final class Ids {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int LENGTH = 13;
    private static final int EC2_DIGITS = 17;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static String cluster() {
        return "j-" + characters();
    }

    public static String step() {
        return "s-" + characters();
    }

    public static String instanceGroup() {
        return "ig-" + characters();
    }

    public static String instanceFleet() {
        return "if-" + characters();
    }

    public static String instance() {
        return "ci-" + characters();
    }

    /** One that always is the same for the same hexadecimal digits. */
    public static String instance(String hex) {
        return "ci-" + hex.substring(0, LENGTH).toUpperCase(Locale.ROOT);
    }

    public static String persistentAppUi() {
        return "p-" + characters();
    }

    /** An instance's id in EC2: {@code i-0123456789abcdef0}. */
    public static String ec2Instance() {
        byte[] bytes = new byte[EC2_DIGITS / 2 + 1];
        RANDOM.nextBytes(bytes);
        return "i-" + HexFormat.of().formatHex(bytes).substring(0, EC2_DIGITS);
    }

    private static String characters() {
        StringBuilder text = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> text.append(ALPHABET.charAt(index)));
        return text.toString();
    }
}
