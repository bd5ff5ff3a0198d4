package io.laguna.emulator.s3.store.listing;

import java.util.List;
import java.util.Optional;

/**
 * An entry of a listing, or a common prefix.
 *
 * @param text the key or the prefix
 */
public record Listed<T>(String text, Optional<T> entry) {
    /**
     * The part of a list that fits on a page.
     *
     * @param next the last of the page, if more comes after it
     */
    public record Page<T>(List<T> entries, List<String> prefixes, Optional<Listed<T>> next) {}

    public static <T> Listed<T> of(String key, T entry) {
        return new Listed<>(key, Optional.of(entry));
    }

    public static <T> Listed<T> prefix(String prefix) {
        return new Listed<>(prefix, Optional.empty());
    }

    /**
     * Returns the first entries as a page.
     *
     * @param found more than the page, if there is more
     */
    public static <T> Page<T> page(List<Listed<T>> found, int max) {
        List<Listed<T>> page = found.subList(0, Math.min(found.size(), Math.max(max, 0)));
        boolean more = !page.isEmpty() && found.size() > page.size();
        return new Page<>(
                page.stream().flatMap(listed -> listed.entry().stream()).toList(),
                page.stream()
                        .filter(listed -> listed.entry().isEmpty())
                        .map(Listed::text)
                        .toList(),
                more ? Optional.of(page.get(page.size() - 1)) : Optional.empty());
    }
}
