package io.laguna.emulator.glue.connection;

import io.laguna.emulator.kit.seal.Seal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.glue.model.Connection;

/**
 * The passwords among a connection's properties, as answers have them: in clear, encrypted, or not at all.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-security.html">Password encryption</a>
 */
enum Passwords {
    SHOWN,
    /** Encrypted with the lake's own key: there is no KMS. */
    ENCRYPTED,
    HIDDEN;

    private static final String PASSWORD = "PASSWORD";
    private static final int LONG = 4;

    /**
     * Returns a driver's words without a password. A long one is masked wherever it is a word; one of a few letters, which
     * may be a part of any sentence, where it stands as a value.
     */
    static String masked(String words, String password) {
        if (password.isEmpty()) {
            return words;
        }
        String before = password.length() < LONG ? "(?<=[=:/'\"])" : isWord(password.charAt(0)) ? "(?<!\\w)" : "";
        String after = isWord(password.charAt(password.length() - 1)) ? "(?!\\w)" : "";
        return words.replaceAll("(?U)" + before + Pattern.quote(password) + after, "***");
    }

    private static boolean isWord(char character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    /** Returns a connection with its passwords in this form. */
    Connection in(Connection connection, Seal seal, String place) {
        Map<String, String> properties = new TreeMap<>(connection.connectionPropertiesAsStrings());
        switch (this) {
            case SHOWN -> {
                return connection;
            }
            case HIDDEN -> properties.keySet().removeIf(name -> name.endsWith(PASSWORD));
            case ENCRYPTED -> connection.connectionPropertiesAsStrings().forEach((name, value) -> {
                if (name.endsWith(PASSWORD) && !name.startsWith("ENCRYPTED_")) {
                    properties.remove(name);
                    properties.put("ENCRYPTED_" + name, seal.close(value, place));
                }
            });
        }
        return connection.toBuilder()
                .connectionPropertiesWithStrings(properties)
                .build();
    }
}
