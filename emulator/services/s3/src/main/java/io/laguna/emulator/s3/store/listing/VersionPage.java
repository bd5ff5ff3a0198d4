package io.laguna.emulator.s3.store.listing;

import java.util.List;
import java.util.Optional;

/**
 * A page of versions: keys in the order of their UTF-8 bytes, the newest version of a key first.
 *
 * @param nextKey the next request's {@code after}; nothing on the last page
 * @param nextVersion the next request's {@code afterVersion}; nothing where the page ends in a common prefix
 */
public record VersionPage(
        List<ListedVersion> versions,
        List<String> commonPrefixes,
        Optional<String> nextKey,
        Optional<String> nextVersion) {
    public VersionPage {
        versions = List.copyOf(versions);
        commonPrefixes = List.copyOf(commonPrefixes);
    }
}
