package io.laguna.emulator.s3.store.upload;

import io.laguna.emulator.s3.store.listing.ListRequest;
import java.util.Optional;

/**
 * A request for uploads, otherwise like {@link ListRequest}.
 *
 * @param afterUpload goes on with the uploads of the key {@code after} that were begun after this one
 */
public record ListUploadsRequest(
        String bucket, String prefix, String delimiter, String after, Optional<String> afterUpload, int max) {}
