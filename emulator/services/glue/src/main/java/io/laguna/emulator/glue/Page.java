package io.laguna.emulator.glue;

import io.laguna.emulator.kit.request.PageToken;
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
        return new Page(names, Optional.of(PageToken.after(names.get(names.size() - 1))));
    }

    /**
     * Reads a page where the one before it ended.
     *
     * @param token of the page before; null or empty for the first
     */
    static Page of(NameSource source, String token, int size) {
        List<String> names = source.next(
                Optional.ofNullable(token).filter(text -> !text.isEmpty()).map(Page::decode), size + 1);
        return names.size() <= size
                ? new Page(names, Optional.empty())
                : new Page(names.subList(0, size), Optional.of(PageToken.after(names.get(size - 1))));
    }

    private static String decode(String token) {
        return PageToken.key(token)
                .orElseThrow(() -> Failures.invalid("NextToken is not one that this operation returned."));
    }
}
