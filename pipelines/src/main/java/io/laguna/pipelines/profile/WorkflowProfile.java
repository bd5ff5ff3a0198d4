package io.laguna.pipelines.profile;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The place where a pipeline of Lambda, Glue and Redshift runs: what of a profile such a pipeline needs.
 *
 * @param file it was read from
 * @param endpoint of every service; without one, AWS's own
 * @param raw the bucket of files as they come
 * @param processed the bucket of files that jobs have made
 * @param code the bucket of scripts, and of files that are passed on
 * @param network where Glue's jobs reach the cluster; without one they reach it from where they are
 * @param alertEmail who is told of a run that fails
 * @param placeholders keys whose values only the user knows, and has not filled in
 */
public record WorkflowProfile(
        Path file,
        String region,
        Optional<URI> endpoint,
        String raw,
        String processed,
        String code,
        QuerySettings queries,
        Roles roles,
        Warehouse warehouse,
        Optional<Network> network,
        Optional<String> alertEmail,
        Patience patience,
        List<String> placeholders) {
    public WorkflowProfile {
        placeholders = List.copyOf(placeholders);
    }

    /** The ARNs of the roles that services take on. */
    public record Roles(String lambda, String glue, String redshift, String events) {}

    /**
     * The cluster of Redshift.
     *
     * @param nodeType of its one node
     * @param after what becomes of it when the run is over
     */
    public record Warehouse(String nodeType, After after) {}

    /** The states in which a cluster may be left. */
    public enum After {
        KEEP,
        PAUSE
    }

    /** A subnet of EC2 with what is allowed in it. */
    public record Network(String subnet, String availabilityZone, List<String> securityGroups) {
        public Network {
            securityGroups = List.copyOf(securityGroups);
        }
    }

    /** Returns every bucket that a run writes to. */
    public List<String> buckets() {
        return List.of(raw, processed, code, queries.bucket()).stream()
                .distinct()
                .toList();
    }

    /**
     * Refuses a profile that is not ready for a run.
     *
     * @throws ProfileException when values stand in it that only the user knows
     */
    public void requireFilledIn() {
        ProfileException.unlessEmpty(file, placeholders);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
