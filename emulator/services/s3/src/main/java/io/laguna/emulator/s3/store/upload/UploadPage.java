package io.laguna.emulator.s3.store.upload;

import java.util.List;
import java.util.Optional;

/**
 * A page of uploads: by key, in the order of its UTF-8 bytes, then by the time they were begun.
 *
 * @param nextKey the next request's {@code after}; nothing on the last page
 * @param nextUpload the next request's {@code afterUpload}; nothing where the page ends in a common prefix
 */
public record UploadPage(
        List<Upload> uploads, List<String> commonPrefixes, Optional<String> nextKey, Optional<String> nextUpload) {
    public UploadPage {
        uploads = List.copyOf(uploads);
        commonPrefixes = List.copyOf(commonPrefixes);
    }
}
