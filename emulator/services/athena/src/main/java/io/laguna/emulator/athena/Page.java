package io.laguna.emulator.athena;

import io.laguna.emulator.kit.request.PageToken;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list that is ordered by a key. The token holds the last key of the page, not a position: entries that come
 * and go between two pages neither repeat nor hide others.
 *
 * @param nextToken empty on the last page
 */
record Page<T>(List<T> entries, Optional<String> nextToken) {
    /** "MaxResults: Maximum value of 50." */
    static final int LARGEST = 50;

    /**
     * @param sorted every entry, in the order of {@code String} of the keys
     * @param token of the page before; null for the first
     * @param size null or 0 for the most there may be
     */
    static <T> Page<T> of(List<T> sorted, Function<T, String> key, String token, Integer size) {
        String after = Optional.ofNullable(token).map(Page::decode).orElse("");
        int most = most(size);
        List<T> left = sorted.stream()
                .filter(entry -> key.apply(entry).compareTo(after) > 0)
                .toList();
        if (left.size() <= most) {
            return new Page<>(left, Optional.empty());
        }
        return new Page<>(left.subList(0, most), Optional.of(PageToken.after(key.apply(left.get(most - 1)))));
    }

    /** @param size null or 0 for the most there may be */
    static int most(Integer size) {
        return Optional.ofNullable(size).filter(given -> given > 0).orElse(LARGEST);
    }

    /** The key in a token. */
    static String decode(String token) {
        return PageToken.key(token)
                .orElseThrow(() -> Failures.invalid("NextToken is not one that this operation returned."));
    }
}
