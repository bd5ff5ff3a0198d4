package io.laguna.engines.spark;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * A folder of this machine as the HDFS of a cluster: {@code hdfs:///a} and {@code hdfs://any-name:8020/a} are the file
 * {@code a} in it. The folder is the property {@value #FOLDER}.
 *
 * <p>Hadoop's {@code ViewFileSystemOverloadScheme} could do it for one name of a namenode only: its mount tables are
 * chosen by that name, which on EMR is another one for every cluster.
 */
public final class HdfsFolder extends FileSystem {
    public static final String FOLDER = "laguna.hdfs.folder";

    private FileSystem local;
    private URI uri;
    private File root;
    private Path workingDirectory;

    @Override
    public void initialize(URI name, Configuration configuration) throws IOException {
        super.initialize(name, configuration);
        setConf(configuration);
        String folder = configuration.getTrimmed(FOLDER, "");
        if (folder.isEmpty()) {
            throw new IOException(name + " is the HDFS of a cluster, and this job runs on none (" + FOLDER
                    + " is not set): give an s3:// or file:// address");
        }
        root = new File(folder);
        local = FileSystem.newInstance(URI.create("file:///"), configuration);
        local.setVerifyChecksum(true);
        local.mkdirs(new Path(root.toURI()));
        uri = URI.create("hdfs://" + (name.getAuthority() == null ? "" : name.getAuthority()) + "/");
        workingDirectory = getHomeDirectory();
    }

    @Override
    public String getScheme() {
        return "hdfs";
    }

    @Override
    public URI getUri() {
        return uri;
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        return local.open(inside(path), bufferSize);
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        return local.create(inside(path), permission, overwrite, bufferSize, replication, blockSize, progress);
    }

    @Override
    public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) throws IOException {
        return local.append(inside(path), bufferSize, progress);
    }

    /** As in HDFS: onto a file that is there nothing is renamed, and into a folder that is there it is moved. */
    @Override
    public boolean rename(Path from, Path to) throws IOException {
        Path source = inside(from);
        Path target = inside(to);
        if (!local.exists(source)) {
            return false;
        }
        if (local.exists(target)) {
            if (!local.getFileStatus(target).isDirectory()) {
                return false;
            }
            target = new Path(target, source.getName());
            if (local.exists(target)) {
                return false;
            }
        }
        return local.rename(source, target);
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        return local.delete(inside(path), recursive);
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        try {
            FileStatus[] files = local.listStatus(inside(path));
            for (int each = 0; each < files.length; each++) {
                files[each] = outside(files[each]);
            }
            return files;
        } catch (FileNotFoundException e) {
            throw notThere(path, e);
        }
    }

    @Override
    public boolean mkdirs(Path path, FsPermission permission) throws IOException {
        return local.mkdirs(inside(path), permission);
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        try {
            return outside(local.getFileStatus(inside(path)));
        } catch (FileNotFoundException e) {
            throw notThere(path, e);
        }
    }

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
        local.setPermission(inside(path), permission);
    }

    @Override
    public void setTimes(Path path, long modified, long accessed) throws IOException {
        local.setTimes(inside(path), modified, accessed);
    }

    @Override
    public void setWorkingDirectory(Path path) {
        workingDirectory = makeQualified(path);
    }

    @Override
    public Path getWorkingDirectory() {
        return workingDirectory;
    }

    @Override
    public void close() throws IOException {
        super.close();
        local.close();
    }

    private Path inside(Path path) {
        String absolute = makeQualified(path).toUri().getPath();
        return new Path(new File(root, absolute).toURI());
    }

    /** Anew: a local file's status asks for owner and permission later, by its path, which has to stay local. */
    private FileStatus outside(FileStatus file) {
        return new FileStatus(
                file.getLen(),
                file.isDirectory(),
                file.getReplication(),
                file.getBlockSize(),
                file.getModificationTime(),
                file.getAccessTime(),
                file.getPermission(),
                file.getOwner(),
                file.getGroup(),
                outside(file.getPath()));
    }

    private Path outside(Path path) {
        String absolute = path.toUri().getPath();
        String below =
                absolute.substring(Math.min(absolute.length(), root.getPath().length()));
        return makeQualified(new Path(below.isEmpty() ? "/" : below));
    }

    private static FileNotFoundException notThere(Path path, FileNotFoundException cause) {
        FileNotFoundException failure = new FileNotFoundException("File does not exist: " + path);
        failure.initCause(cause);
        return failure;
    }
}
