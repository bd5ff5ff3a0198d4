package io.laguna.emulator.crawl.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Names of tables. */
public final class TableNames {
    private static final int LONGEST = 128;

    private TableNames() {}

    /** Returns the name of a table: letters, digits and underscores, in lower case, at most 128 of them. */
    public static String of(String prefix, String name) {
        String whole = (prefix + name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        return whole.substring(0, Math.min(LONGEST, whole.length()));
    }

    /**
     * Returns the name of a table whose own name another table has. AWS adds 32 hexadecimal digits and does not say of what;
     * here they are the location's MD5.
     */
    public static String distinct(String name, String location) {
        String digits = HexFormat.of().formatHex(md5(location));
        return name.substring(0, Math.min(LONGEST - 1 - digits.length(), name.length())) + "_" + digits;
    }

    private static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}
