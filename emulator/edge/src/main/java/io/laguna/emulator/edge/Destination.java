package io.laguna.emulator.edge;

import java.util.Optional;

/** Where a request goes. */
sealed interface Destination {
    /**
     * S3.
     *
     * @param bucket the one that the host names; empty when the path does
     */
    record ToS3(Optional<String> bucket) implements Destination {}

    /** A service that is described operation by operation. */
    record ToService(MountedService service) implements Destination {}

    /**
     * A service that Laguna has not.
     *
     * @param name its signing name, or the target's prefix
     */
    record Nowhere(String name) implements Destination {}
}
