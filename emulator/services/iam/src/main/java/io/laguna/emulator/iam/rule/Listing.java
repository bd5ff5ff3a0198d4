package io.laguna.emulator.iam.rule;

import io.laguna.emulator.kit.request.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list as IAM answers it.
 *
 * @param marker null on the last page
 */
public record Listing<T>(List<T> entries, String marker) {
    private static final int USUAL = 100;

    /**
     * Returns a page of a list, in the order of its keys.
     *
     * @param marker of the page before; null for the first
     * @param most null for a hundred
     */
    public static <T> Listing<T> of(List<T> all, Function<T, String> key, String marker, Integer most) {
        List<T> sorted = all.stream().sorted(Comparator.comparing(key)).toList();
        Page<T> page =
                Page.ofSorted(sorted, key, marker, Optional.ofNullable(most).orElse(USUAL), Failures::marker);
        return new Listing<>(page.entries(), page.nextToken().orElse(null));
    }

    public boolean isTruncated() {
        return marker != null;
    }
}
