package io.laguna.emulator.kit.request;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A page of a list. The token behind it holds the key of its last entry, not a position: entries that come and go between
 * two pages neither repeat nor hide others.
 *
 * @param nextToken empty on the last page
 */
public record Page<T>(List<T> entries, Optional<String> nextToken) {
    /**
     * Returns a page of a list that is in the order of its keys, which is {@code String}'s.
     *
     * @param token of the page before; null or empty for the first
     * @param badToken what is thrown for a token that no page gave out
     */
    public static <T> Page<T> ofSorted(
            List<T> sorted,
            Function<T, String> key,
            String token,
            int size,
            Supplier<? extends RuntimeException> badToken) {
        List<T> left = after(token, badToken)
                .map(last -> sorted.stream()
                        .filter(entry -> key.apply(entry).compareTo(last) > 0)
                        .toList())
                .orElse(sorted);
        return first(left, key, size);
    }

    /**
     * Returns a page of a list in an order of its own. The entry that the token names must still be in it.
     *
     * @param key unique among the entries
     * @param token of the page before; null or empty for the first
     * @param badToken what is thrown for a token that no page gave out
     */
    public static <T> Page<T> ofOrdered(
            List<T> ordered,
            Function<T, String> key,
            String token,
            int size,
            Supplier<? extends RuntimeException> badToken) {
        int from = after(token, badToken)
                .map(last -> ordered.stream().map(key).toList().indexOf(last))
                .map(index -> {
                    if (index < 0) {
                        throw badToken.get();
                    }
                    return index + 1;
                })
                .orElse(0);
        return first(ordered.subList(from, ordered.size()), key, size);
    }

    /**
     * Returns the first page of what is left.
     *
     * @param left at least one more than the page's size, if there are more
     */
    public static <T> Page<T> first(List<T> left, Function<T, String> key, int size) {
        if (left.size() <= size) {
            return new Page<>(left, Optional.empty());
        }
        List<T> entries = left.subList(0, size);
        return new Page<>(entries, Optional.of(PageToken.after(key.apply(entries.get(size - 1)))));
    }

    /** Returns the key in a token; empty for the first page, whose token is null or empty. */
    public static Optional<String> after(String token, Supplier<? extends RuntimeException> badToken) {
        return Optional.ofNullable(token).filter(given -> !given.isEmpty()).map(given -> PageToken.key(given)
                .orElseThrow(badToken));
    }

    /**
     * Returns a page's size.
     *
     * @param asked null or 0 for the largest
     */
    public static int size(Integer asked, int largest) {
        return Optional.ofNullable(asked).filter(given -> given > 0).orElse(largest);
    }
}
