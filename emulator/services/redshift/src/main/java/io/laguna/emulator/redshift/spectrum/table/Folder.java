package io.laguna.emulator.redshift.spectrum.table;

import java.util.List;
import java.util.Optional;

/**
 * A place in S3: a folder or a manifest.
 *
 * @param key the text with which the keys of its objects begin
 */
public record Folder(String bucket, String key) {
    private static final List<String> SCHEMES = List.of("s3://", "s3a://", "s3n://");

    /** Returns the place that a location names, or nothing when it is not in S3; a scheme has no case. */
    public static Optional<Folder> of(String location) {
        return SCHEMES.stream()
                .filter(scheme -> location.regionMatches(true, 0, scheme, 0, scheme.length()))
                .findFirst()
                .map(scheme -> {
                    String rest = location.substring(scheme.length());
                    int slash = rest.indexOf('/');
                    return slash < 0
                            ? new Folder(rest, "")
                            : new Folder(rest.substring(0, slash), rest.substring(slash + 1));
                });
    }

    /** Returns the beginning of the keys of the objects in the folder. */
    public String prefix() {
        return key.isEmpty() || key.endsWith("/") ? key : key + "/";
    }

    /** Returns a folder in this one, with a slash at its end. */
    public Folder in(String name) {
        return new Folder(bucket, prefix() + name + "/");
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
