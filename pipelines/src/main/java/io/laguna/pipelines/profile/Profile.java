package io.laguna.pipelines.profile;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The place where a pipeline runs, and the settings for it: everything that differs between one place and another.
 *
 * @param file it was read from
 * @param endpoint of every service; without one, AWS's own
 * @param code the bucket for the applications' jar
 * @param logUri where services put logs: {@code s3://logs/emr/}
 * @param passwordToStore what {@link Source#passwordFile} is to hold, for a password that is no secret; otherwise the
 *     file is there already
 * @param configurations the folder with the configurations of the place
 * @param queries how Athena is asked
 * @param functions of the pipeline; a profile without a role for them has none
 * @param placeholders keys whose values only the user knows, and has not filled in
 */
public record Profile(
        Path file,
        String region,
        Optional<URI> endpoint,
        Zones zones,
        String code,
        String logUri,
        String releaseLabel,
        Source source,
        Optional<String> passwordToStore,
        JobSettings jobs,
        Catalog catalog,
        Optional<Path> configurations,
        Place place,
        QuerySettings queries,
        Optional<FunctionSettings> functions,
        Patience patience,
        List<String> placeholders) {
    public Profile {
        placeholders = List.copyOf(placeholders);
    }

    /** Returns this profile with another property of every job. */
    public Profile withConf(String key, String value) {
        return new Profile(
                file,
                region,
                endpoint,
                zones,
                code,
                logUri,
                releaseLabel,
                source,
                passwordToStore,
                jobs.with(key, value),
                catalog,
                configurations,
                place,
                queries,
                functions,
                patience,
                placeholders);
    }

    /** Returns every bucket that a run writes to. */
    public List<String> buckets() {
        List<String> names = new ArrayList<>(zones.buckets());
        names.add(code);
        names.add(logs().getHost());
        names.add(queries.bucket());
        return names.stream().distinct().toList();
    }

    /** Returns the {@link #logUri}, which always ends in a slash. */
    public URI logs() {
        return URI.create(logUri);
    }

    /**
     * Refuses a profile that is not ready for a run.
     *
     * @throws ProfileException when values stand in it that only the user knows
     */
    public void requireFilledIn() {
        ProfileException.unlessEmpty(file, placeholders);
    }

    /** Returns the profile's file, without the password. */
    @Override
    public String toString() {
        return file.toString();
    }
}
