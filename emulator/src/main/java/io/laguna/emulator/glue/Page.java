package io.laguna.emulator.glue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A page of an ordered list.
 *
 * <p>The token holds the last name of the page, not a position: entries that come and go between two pages neither
 * repeat nor hide others.
 *
 * @param nextToken empty on the last page
 */
record Page(List<String> names, Optional<String> nextToken) {
    private static final String MARK = "after:";

    /**
     * @param sorted every name, in {@code String}'s order
     * @param token of the page before; null or empty for the first
     */
    static Page of(List<String> sorted, String token, int size) {
        Optional<String> after =
                Optional.ofNullable(token).filter(text -> !text.isEmpty()).map(Page::decode);
        List<String> left = after.map(last ->
                        sorted.stream().filter(name -> name.compareTo(last) > 0).toList())
                .orElse(sorted);
        if (left.size() <= size) {
            return new Page(left, Optional.empty());
        }
        List<String> names = left.subList(0, size);
        return new Page(names, Optional.of(encode(names.get(names.size() - 1))));
    }

    private static String encode(String last) {
        return Base64.getUrlEncoder().encodeToString((MARK + last).getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return text.substring(MARK.length());
            }
        } catch (IllegalArgumentException e) {
            throw badToken();
        }
        throw badToken();
    }

    private static RuntimeException badToken() {
        return Failures.invalid("NextToken is not one that this operation returned.");
    }
}
