package io.laguna.emulator.s3.store.listing;

import java.util.Optional;

/**
 * A request for versions, otherwise like {@link ListRequest}.
 *
 * @param afterVersion goes on with the versions of the key {@code after} that are older than this one
 */
public record ListVersionsRequest(
        String bucket, String prefix, String delimiter, String after, Optional<String> afterVersion, int max) {}
