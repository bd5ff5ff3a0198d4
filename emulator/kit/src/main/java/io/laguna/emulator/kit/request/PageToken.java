package io.laguna.emulator.kit.request;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The token by which a client asks for the next page: the key of the last entry that it has seen, not a position, so that
 * entries that come and go between two pages neither repeat nor hide others.
 */
public final class PageToken {
    private static final String MARK = "after:";

    private PageToken() {}

    /** Returns the token behind an entry. */
    public static String after(String key) {
        return Base64.getUrlEncoder().encodeToString((MARK + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The key in a token; empty for a text that is none. No key has a NUL, which the state could not compare with. */
    public static Optional<String> key(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return Optional.of(text)
                    .filter(marked -> marked.startsWith(MARK) && marked.indexOf('\0') < 0)
                    .map(key -> key.substring(MARK.length()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
