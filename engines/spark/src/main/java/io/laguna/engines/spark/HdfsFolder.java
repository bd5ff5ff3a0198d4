package io.laguna.engines.spark;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
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

    /** Returns the home of the user that all programs of a cluster run as, whoever has started this JVM. */
    @Override
    public Path getHomeDirectory() {
        return makeQualified(new Path("/user/hadoop"));
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
        FsPermission asTheProcessMakesThem = null;
        FSDataOutputStream file = local.create(
                inside(path), asTheProcessMakesThem, overwrite, bufferSize, replication, blockSize, progress);
        setPermission(path, permission.applyUMask(FsPermission.getUMask(getConf())));
        return file;
    }

    @Override
    public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) throws IOException {
        return local.append(inside(path), bufferSize, progress);
    }

    /**
     * Renames as HDFS does: a rename to a file that exists fails, and a rename to a folder that exists moves the source
     * into that folder.
     */
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
            List<FileStatus> files = new ArrayList<>();
            for (FileStatus file : local.listStatus(inside(path))) {
                try {
                    files.add(outside(file));
                } catch (NoSuchFileException e) {
                    // The file went away after it was listed.
                }
            }
            return files.toArray(FileStatus[]::new);
        } catch (FileNotFoundException e) {
            throw notThere(path, e);
        }
    }

    @Override
    public boolean mkdirs(Path path, FsPermission permission) throws IOException {
        try {
            Files.createDirectories(file(inside(path)));
            return true;
        } catch (java.nio.file.FileAlreadyExistsException e) {
            throw new FileAlreadyExistsException(path + " is no folder: " + e.getMessage());
        }
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        try {
            return outside(local.getFileStatus(inside(path)));
        } catch (FileNotFoundException | NoSuchFileException e) {
            throw notThere(path, e);
        }
    }

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
        Files.setPosixFilePermissions(
                file(inside(path)),
                PosixFilePermissions.fromString(
                        permission.toString().replace('t', 'x').replace('T', '-')));
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

    /**
     * Returns the place of a path on this machine. One that lies in the folder already is taken as it is: the local runner
     * of MapReduce leaves the scheme out when it names what it has put into its staging folder, which is a local one.
     */
    private Path inside(Path path) {
        String absolute = makeQualified(path).toUri().getPath();
        boolean isPlace = absolute.startsWith(root.getPath() + "/");
        return new Path((isPlace ? new File(absolute) : new File(root, absolute)).toURI());
    }

    /**
     * Returns a file's status under its HDFS path, with owner and permissions read by Java's own file system: without
     * its native library Hadoop starts a {@code chmod} for each file that it makes, and an {@code ls} for each owner
     * that it is asked for.
     */
    private FileStatus outside(FileStatus file) throws IOException {
        PosixFileAttributes attributes = Files.readAttributes(file(file.getPath()), PosixFileAttributes.class);
        return new FileStatus(
                file.getLen(),
                file.isDirectory(),
                file.getReplication(),
                file.getBlockSize(),
                file.getModificationTime(),
                file.getAccessTime(),
                FsPermission.valueOf("-" + PosixFilePermissions.toString(attributes.permissions())),
                attributes.owner().getName(),
                attributes.group().getName(),
                outside(file.getPath()));
    }

    private static java.nio.file.Path file(Path inside) {
        return java.nio.file.Path.of(inside.toUri().getPath());
    }

    private Path outside(Path path) {
        String absolute = path.toUri().getPath();
        String below =
                absolute.substring(Math.min(absolute.length(), root.getPath().length()));
        return makeQualified(new Path(below.isEmpty() ? "/" : below));
    }

    private static FileNotFoundException notThere(Path path, IOException cause) {
        FileNotFoundException failure = new FileNotFoundException("File does not exist: " + path);
        failure.initCause(cause);
        return failure;
    }
}
