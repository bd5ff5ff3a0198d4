package io.laguna.engines;

import java.util.Map;

/**
 * How an engine reaches S3: what {@code hive-conf/local/core-site.xml} reads from the environment.
 *
 * @param endpoint {@code http://127.0.0.1:4566}, to be used with path style
 * @param secretAccessKey never to be printed or logged
 */
public record S3Access(String endpoint, String accessKeyId, String secretAccessKey) {
    Map<String, String> environment() {
        return Map.of(
                "LAGUNA_S3_ENDPOINT",
                endpoint,
                "LAGUNA_ACCESS_KEY_ID",
                accessKeyId,
                "LAGUNA_SECRET_ACCESS_KEY",
                secretAccessKey);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return endpoint + " as " + accessKeyId;
    }
}
