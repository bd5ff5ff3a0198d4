package io.laguna.pipelines.profile;

import java.util.List;

/** The buckets of the lake. */
public record Zones(String raw, String trusted, String refined, String warehouse) {
    public static final Zones LOCAL = new Zones("raw", "trusted", "refined", "warehouse");

    /** Returns all buckets of the lake. */
    public List<String> buckets() {
        return List.of(raw, trusted, refined, warehouse);
    }

    /** Returns {@code s3://bucket}. */
    public static String uri(String bucket) {
        return "s3://" + bucket;
    }
}
