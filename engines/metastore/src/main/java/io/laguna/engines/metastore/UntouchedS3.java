package io.laguna.engines.metastore;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.fs.s3a.S3AFileSystem;

/**
 * S3 as the metastore sees it: S3A, but for callers who keep entries in the catalog and never touch storage.
 *
 * <p>The metastore makes a folder for every table and partition that it is told of, and lists the files of those that
 * are there. Glue does neither: a location may be in a bucket that is not there yet. For such callers nothing is ever
 * found, made or deleted. Hadoop keeps an instance per bucket and user, so that one instance has one kind of caller.
 */
public final class UntouchedS3 extends S3AFileSystem {
    private boolean untouched;
    private URI uri;

    @Override
    public void initialize(URI name, Configuration configuration) throws IOException {
        untouched = CatalogUser.isCalling();
        uri = URI.create(name.getScheme() + "://" + name.getAuthority());
        if (untouched) {
            setConf(configuration);
        } else {
            super.initialize(name, configuration);
        }
    }

    @Override
    public URI getUri() {
        return uri;
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        if (untouched) {
            throw new FileNotFoundException(path.toString());
        }
        return super.getFileStatus(path);
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        return untouched ? new FileStatus[0] : super.listStatus(path);
    }

    @Override
    public boolean mkdirs(Path path, FsPermission permission) throws IOException {
        return untouched || super.mkdirs(path, permission);
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        return untouched || super.delete(path, recursive);
    }

    @Override
    public void close() throws IOException {
        if (!untouched) {
            super.close();
        }
    }
}
