package io.laguna.glue.redshift;

import io.laguna.glue.format.Options;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A new folder in S3 for the files of one COPY or UNLOAD. Its files stay, as on AWS: a bucket's lifecycle deletes them.
 *
 * @param uri with a slash at its end
 */
record TemporaryFolder(String uri) {

    /**
     * Returns a new folder below the one that options name.
     *
     * @throws IllegalArgumentException when that is not in S3
     */
    static TemporaryFolder of(Options options) {
        String parent = configured(options)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Redshift needs a folder in S3 for its files: redshiftTmpDir of Glue, tempdir of Spark"));
        if (!parent.matches("s3[an]?://[^/]+.*")) {
            throw new IllegalArgumentException("The temporary folder has to be in S3, s3://bucket/folder/: " + parent);
        }
        return new TemporaryFolder((parent.endsWith("/") ? parent : parent + "/") + UUID.randomUUID() + "/");
    }

    static Optional<String> configured(Options options) {
        return options.text("redshiftTmpDir").or(() -> options.text("tempdir"));
    }

    /** Returns the address that Redshift knows: {@code s3://…}. */
    String redshift() {
        return uri.replaceFirst("^s3[an]://", "s3://");
    }

    /** Tells whether there are files of data in it, with this beginning of their names. */
    boolean hasFiles(Configuration hadoop, String beginning) throws IOException {
        Path folder = new Path(uri);
        FileSystem files = folder.getFileSystem(hadoop);
        FileStatus[] found = files.globStatus(new Path(folder, beginning + "*"));
        return found != null && found.length > 0;
    }
}
