package io.laguna.emulator.iam.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * A policy of AWS's own.
 *
 * @param text what AWS says in it; empty where Laguna was built without the documents
 */
public record ManagedPolicy(String path, String name, String uniqueId, String version, Optional<Text> text) {
    /** The path of policies that service-linked roles alone have. */
    private static final String OF_SERVICES = "/aws-service-role/";

    /** A policy's document and its times. */
    public record Text(String document, Instant createdAt, Instant changedAt) {}

    public String arn() {
        return "arn:aws:iam::aws:policy" + path + name;
    }

    boolean isOfServices() {
        return path.startsWith(OF_SERVICES);
    }
}
