package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.request.PageToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of a list that begins with the latest.
 *
 * @param nextToken names the page's last entry, not a position: what comes in between neither repeats nor hides others;
 *     empty on the last page
 */
record Page<T>(List<T> entries, Optional<String> nextToken) {
    /** "MaxResults: Minimum value of 1. Maximum value of 50." */
    static final int LARGEST = 50;

    private static final Pattern TOKEN = Pattern.compile("(\\d{1,15})/([0-9a-z]{1,64})");

    /** An entry's place in the list. */
    record Place(Instant createdAt, String id) {
        /** Before every entry: later than all. */
        static final Place BEGIN = new Place(Instant.parse("9999-01-01T00:00:00Z"), "");
    }

    /** The entries that are asked for. */
    record Request(Place after, int size) {
        /**
         * Reads what a client sent.
         *
         * @throws software.amazon.awssdk.services.emrserverless.model.ValidationException when they are out of range
         */
        static Request of(Integer maxResults, String nextToken) {
            new Constraints().range("maxResults", maxResults, 1, LARGEST).check();
            return new Request(
                    Optional.ofNullable(nextToken).map(Page::decode).orElse(Place.BEGIN),
                    Optional.ofNullable(maxResults).orElse(LARGEST));
        }
    }

    /**
     * Returns the page of entries that were found.
     *
     * @param found one more than the page's size, if there are more
     */
    static <T> Page<T> of(List<T> found, Request request, Function<T, Place> place) {
        if (found.size() <= request.size()) {
            return new Page<>(found, Optional.empty());
        }
        List<T> entries = found.subList(0, request.size());
        Place last = place.apply(entries.get(entries.size() - 1));
        return new Page<>(entries, Optional.of(PageToken.after(last.createdAt().toEpochMilli() + "/" + last.id())));
    }

    private static Place decode(String token) {
        return PageToken.key(token)
                .map(TOKEN::matcher)
                .filter(Matcher::matches)
                .map(parts -> new Place(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), parts.group(2)))
                .orElseThrow(Page::badToken);
    }

    private static RuntimeException badToken() {
        return Failures.invalid("nextToken is not one that this operation returned.");
    }
}
