package io.laguna.engines.spark;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.S3AFileSystem;

/**
 * The object by which S3A marks a folder. A committer makes one for the folder that it writes into, and nothing takes it
 * away: not even a configuration that otherwise leaves folders with files unmarked.
 *
 * @see <a href="https://hadoop.apache.org/docs/r3.4.1/hadoop-aws/tools/hadoop-aws/directory_markers.html">Directory markers</a>
 */
final class FolderMarker {
    private static final String RETENTION = "fs.s3a.directory.marker.retention";

    private FolderMarker() {}

    /** Takes the mark off a folder that has files, where the configuration wants none there. */
    static void leave(Path folder, Configuration configuration) throws IOException {
        FileSystem files = folder.getFileSystem(configuration);
        if (configuration.get(RETENTION, "").equals("delete")
                && files instanceof S3AFileSystem s3a
                && !folder.isRoot()
                && s3a.listStatus(folder).length > 0) {
            String key = s3a.pathToKey(s3a.qualify(folder));
            s3a.getS3AInternals()
                    .getAmazonS3Client("a folder's marker")
                    .deleteObject(delete -> delete.bucket(s3a.getBucket()).key(key + "/"));
        }
    }
}
