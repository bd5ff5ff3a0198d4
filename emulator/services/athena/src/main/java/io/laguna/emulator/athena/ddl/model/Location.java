package io.laguna.emulator.athena.ddl.model;

import java.util.List;

/**
 * A folder in S3.
 *
 * @param path with its slashes inside, but none at the end; empty for a whole bucket
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/tables-location-format.html">Specify a table location</a>
 */
public record Location(String bucket, String path) {
    private static final List<String> SCHEMES = List.of("s3://", "s3a://", "s3n://");

    /**
     * Returns the location that a statement gives.
     *
     * @throws StatementFailure when Athena does not take it
     */
    public static Location checked(String text) {
        if (!text.startsWith("s3://") || text.startsWith("s3:///")) {
            throw Failures.argument("Invalid location " + text + " for table. Only S3 locations are allowed");
        }
        if (text.indexOf('/', "s3://".length()) < 0) {
            throw Failures.task("MetaException(message:Can not create a Path from an empty string)");
        }
        if (text.indexOf('*') >= 0) {
            throw Failures.argument("Invalid location " + text + " for table. Wildcards are not allowed");
        }
        return parse(text);
    }

    /** Returns a location that is in the catalog already, where other engines may have written it. */
    public static Location parse(String text) {
        String scheme = SCHEMES.stream()
                .filter(text::startsWith)
                .findFirst()
                .orElseThrow(() ->
                        Failures.argument("Invalid location " + text + " for table. Only S3 locations are allowed"));
        String rest = text.substring(scheme.length());
        int slash = rest.indexOf('/');
        String path = slash < 0 ? "" : rest.substring(slash + 1);
        return new Location(
                slash < 0 ? rest : rest.substring(0, slash),
                path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    /** Returns the location as Athena notes it in the catalog. */
    public String text() {
        return "s3://" + bucket + "/" + path;
    }

    public Location folder(String name) {
        return new Location(bucket, path.isEmpty() ? name : path + "/" + name);
    }

    /** Returns the text with which the keys of objects in it begin. */
    public String prefix() {
        return path.isEmpty() ? "" : path + "/";
    }
}
