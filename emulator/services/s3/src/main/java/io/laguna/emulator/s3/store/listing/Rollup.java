package io.laguna.emulator.s3.store.listing;

import io.laguna.emulator.s3.store.layout.Utf8;
import java.util.Optional;

/**
 * Common prefixes of a listing: the keys that have the delimiter after its prefix count as one.
 *
 * @param after what the listing goes on after, which may be a common prefix or a key in one: that one is over
 */
public record Rollup(String prefix, String delimiter, String after) {
    /** The common prefix that a key is in. */
    public Optional<String> of(String key) {
        int at = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        return at < 0 ? Optional.empty() : Optional.of(key.substring(0, at + delimiter.length()));
    }

    /** The common prefix, unless a page before had it. */
    public Optional<String> news(String common) {
        return Optional.of(common).filter(found -> Utf8.ORDER.compare(found, after) > 0);
    }
}
