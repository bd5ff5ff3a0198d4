package io.laguna.emulator.iam.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * A user, a group, a role, a policy, an instance profile or an identity provider of an account.
 *
 * @param document a role's trust policy; what a provider is made of
 * @param session the longest session of a role, in seconds
 * @param latest the number of a policy's latest version
 * @param boundary the ARN of the permissions boundary
 * @param use when and where somebody last worked as this role
 */
public record Entity(
        long id,
        String account,
        Kind kind,
        String name,
        String path,
        String uniqueId,
        Instant createdAt,
        Instant changedAt,
        Optional<String> description,
        Optional<String> document,
        int session,
        int latest,
        Optional<String> boundary,
        Optional<Use> use) {
    /** The beginning of the paths of all service-linked roles. */
    public static final String SERVICE_LINKED = "/aws-service-role/";

    /** A use of a role or a key. */
    public record Use(Instant time, String service, String region) {}

    public String arn() {
        return arn(account, kind, path + name);
    }

    /**
     * Returns the ARN of something.
     *
     * @param place path and name: {@code /team/etl}
     */
    public static String arn(String account, Kind kind, String place) {
        return "arn:aws:iam::" + account + ":" + kind.resource() + place;
    }

    /** Tells whether AWS's services alone may change it. */
    public boolean isServiceLinked() {
        return kind == Kind.ROLE && path.startsWith(SERVICE_LINKED);
    }
}
