package io.laguna.apps.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** The folders of a zone, in whatever file system its URI names. */
public final class Folders {

    private final FileSystem files;

    private Folders(FileSystem files) {
        this.files = files;
    }

    public static Folders of(SparkSession spark, String uri) {
        try {
            return new Folders(new Path(uri).getFileSystem(spark.sessionState().newHadoopConf()));
        } catch (IOException e) {
            throw new UncheckedIOException("No file system for " + uri, e);
        }
    }

    /**
     * Returns the folders directly in this one whose name starts with {@code prefix}, by name; none when this folder is
     * absent.
     */
    public List<Path> list(String folder, String prefix) {
        try {
            return Arrays.stream(files.listStatus(new Path(folder)))
                    .filter(FileStatus::isDirectory)
                    .map(FileStatus::getPath)
                    .filter(path -> path.getName().startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (FileNotFoundException absent) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    public boolean exists(Path path) {
        try {
            return files.exists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for " + path, e);
        }
    }

    /** Deletes the folder and all in it; an absent folder is no error. */
    public void delete(Path folder) {
        try {
            files.delete(folder, true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }

    /**
     * Returns the folders {@code name=value} below {@code folder}, as many levels down as there are partition columns.
     */
    List<Path> partitions(String folder, int levels) {
        Stream<Path> found = Stream.of(new Path(folder));
        for (int level = 0; level < levels; level++) {
            found = found.flatMap(parent -> list(parent.toString(), "").stream())
                    .filter(path -> path.getName().contains("="));
        }
        return found.toList();
    }
}
