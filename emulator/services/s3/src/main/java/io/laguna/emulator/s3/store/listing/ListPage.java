package io.laguna.emulator.s3.store.listing;

import io.laguna.emulator.s3.store.object.StoredObject;
import java.util.List;
import java.util.Optional;

/**
 * A page of keys, in the order of their UTF-8 bytes.
 *
 * @param next the last key or common prefix of the page, to be the next request's {@code after}; nothing on the last page
 */
public record ListPage(List<StoredObject> objects, List<String> commonPrefixes, Optional<String> next) {
    public ListPage {
        objects = List.copyOf(objects);
        commonPrefixes = List.copyOf(commonPrefixes);
    }
}
