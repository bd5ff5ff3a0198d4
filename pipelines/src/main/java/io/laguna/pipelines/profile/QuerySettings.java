package io.laguna.pipelines.profile;

import java.net.URI;

/**
 * The settings of queries in Athena.
 *
 * @param workGroup whose limits hold and which is billed
 * @param results the folder for results, {@code s3://bucket/folder/}, unless the workgroup enforces its own
 */
public record QuerySettings(String workGroup, String results) {
    /** Returns the bucket of the results. */
    String bucket() {
        return URI.create(results).getHost();
    }
}
