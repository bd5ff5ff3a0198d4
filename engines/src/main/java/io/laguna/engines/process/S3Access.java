package io.laguna.engines.process;

import java.util.HashMap;
import java.util.Map;

/**
 * The endpoint and the key by which a process reaches the lake: what {@code hive-conf/local/core-site.xml} reads from the
 * environment, and what AWS's SDKs and command line read from it.
 *
 * @param endpoint {@code http://127.0.0.1:4566}, to be used with path style
 * @param secretAccessKey never to be printed or logged
 */
public record S3Access(String endpoint, String accessKeyId, String secretAccessKey) {
    /** The region of a lake's own processes. */
    public static final String REGION = "us-east-1";

    /** Returns the variables of an engine. */
    public Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>(clients(REGION));
        variables.putAll(hadoop());
        return variables;
    }

    /** Returns the variables that Hadoop's configuration reads. */
    public Map<String, String> hadoop() {
        return Map.of(
                "LAGUNA_S3_ENDPOINT",
                endpoint,
                "LAGUNA_ACCESS_KEY_ID",
                accessKeyId,
                "LAGUNA_SECRET_ACCESS_KEY",
                secretAccessKey);
    }

    /** Returns the variables that AWS clients read: they give what an instance profile gives on EMR. */
    public Map<String, String> clients(String region) {
        return Map.of(
                "AWS_ENDPOINT_URL",
                endpoint,
                "AWS_ACCESS_KEY_ID",
                accessKeyId,
                "AWS_SECRET_ACCESS_KEY",
                secretAccessKey,
                "AWS_REGION",
                region,
                "AWS_DEFAULT_REGION",
                region);
    }

    /** Returns the access without the secret. */
    @Override
    public String toString() {
        return endpoint + " as " + accessKeyId;
    }
}
