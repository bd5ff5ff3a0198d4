package io.laguna.emulator.emr;

import io.laguna.emulator.kit.request.PageToken;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of an ordered list.
 *
 * @param marker what asks for the next page: the key of this one's last element; empty on the last page
 */
record Page<T>(List<T> elements, Optional<String> marker) {
    /**
     * @param marker of the page before; null or empty for the first
     * @param key unique among the elements
     * @throws software.amazon.awssdk.services.emr.model.InvalidRequestException for a marker of something else
     */
    static <T> Page<T> of(List<T> all, Function<T, String> key, String marker, int size) {
        List<T> left = all;
        if (marker != null && !marker.isEmpty()) {
            String last = PageToken.key(marker).orElseThrow(Page::badMarker);
            int index = all.stream().map(key).toList().indexOf(last);
            if (index < 0) {
                throw badMarker();
            }
            left = all.subList(index + 1, all.size());
        }
        if (left.size() <= size) {
            return new Page<>(left, Optional.empty());
        }
        List<T> elements = left.subList(0, size);
        return new Page<>(elements, Optional.of(PageToken.after(key.apply(elements.get(size - 1)))));
    }

    /** For the answer: null on the last page. */
    String next() {
        return marker.orElse(null);
    }

    private static RuntimeException badMarker() {
        return Failures.invalid("The marker is not one that this operation returned.");
    }
}
