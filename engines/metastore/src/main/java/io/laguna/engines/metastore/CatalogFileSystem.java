package io.laguna.engines.metastore;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.apache.hadoop.fs.s3a.UnknownStoreException;

/**
 * S3 as a catalog sees it: a location is a name. The metastore makes the folder of every database, table and partition
 * it creates, and fails where it cannot; the Glue Data Catalog does not look at S3 at all, and S3 has no folders.
 */
public final class CatalogFileSystem extends S3AFileSystem {
    /** Says yes and leaves no marker object. */
    @Override
    public boolean mkdirs(Path folder, FsPermission permission) {
        return true;
    }

    /** In a bucket that is not there, nothing is. */
    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        try {
            return super.getFileStatus(path);
        } catch (UnknownStoreException e) {
            FileNotFoundException notFound = new FileNotFoundException(e.getMessage());
            notFound.initCause(e);
            throw notFound;
        }
    }
}
