package io.laguna.pipelines.profile;

import java.net.URI;

/**
 * How Athena is asked.
 *
 * @param workGroup whose limits hold and whose bill it is
 * @param results the folder for results, {@code s3://bucket/folder/}, unless the workgroup enforces its own
 */
public record QuerySettings(String workGroup, String results) {
    /** Returns the bucket of the results. */
    String bucket() {
        return URI.create(results).getHost();
    }
}
