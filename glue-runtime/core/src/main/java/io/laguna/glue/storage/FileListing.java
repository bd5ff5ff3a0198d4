package io.laguna.glue.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * A list of the files below a path, by Hadoop's FileSystem. Names with a dot or an underscore before them are hidden, as
 * for Hadoop, and so are markers of folders. A path where nothing is has no files.
 *
 * @param recurse whether files of folders below the path are listed
 * @param exclusions patterns of paths that are left out
 */
public record FileListing(Configuration configuration, boolean recurse, List<String> exclusions) {

    /** Returns the files below a path, which may have Hadoop's wildcards, in the order of their paths. */
    public List<SourceFile> files(String path) throws IOException {
        Path root = new Path(BucketRoot.withSlash(path));
        FileSystem fileSystem = root.getFileSystem(configuration);
        List<SourceFile> files = new ArrayList<>();
        for (Path each : expand(fileSystem, root)) {
            list(fileSystem, each, files);
        }
        files.sort(Comparator.comparing(SourceFile::path));
        return files;
    }

    private static List<Path> expand(FileSystem fileSystem, Path path) throws IOException {
        return Optional.ofNullable(fileSystem.globStatus(path)).stream()
                .flatMap(Arrays::stream)
                .map(FileStatus::getPath)
                .toList();
    }

    private void list(FileSystem fileSystem, Path root, List<SourceFile> files) throws IOException {
        List<PathMatcher> matchers =
                exclusions.stream().map(FileListing::matcher).toList();
        try {
            RemoteIterator<LocatedFileStatus> found = fileSystem.listFiles(root, recurse);
            while (found.hasNext()) {
                FileStatus status = found.next();
                if (status.getLen() > 0 && !isHidden(root, status.getPath()) && !excluded(matchers, status.getPath())) {
                    files.add(file(status));
                }
            }
        } catch (FileNotFoundException e) {
            // Deleted since it was found, or the marker of a folder without files.
            return;
        }
    }

    private static boolean excluded(List<PathMatcher> matchers, Path path) {
        java.nio.file.Path whole = java.nio.file.Path.of(oneSlash(path.toString()));
        java.nio.file.Path bare = java.nio.file.Path.of(path.toUri().getPath());
        return matchers.stream()
                .anyMatch(each -> each.matches(whole) || each.matches(bare) || each.matches(bare.getFileName()));
    }

    private static PathMatcher matcher(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + oneSlash(pattern));
    }

    /** Java's paths know no scheme, and make one slash of two. */
    private static String oneSlash(String path) {
        return path.replaceAll("/{2,}", "/");
    }

    private static boolean isHidden(Path root, Path file) {
        String path = file.toUri().getPath();
        String below = root.toUri().getPath();
        String relative = path.length() > below.length() ? path.substring(below.length()) : file.getName();
        for (String name : relative.split("/", -1)) {
            boolean underscore = name.startsWith("_") && !name.contains("=");
            if (underscore || name.startsWith(".") || name.endsWith("_$folder$")) {
                return true;
            }
        }
        return false;
    }

    private static SourceFile file(FileStatus status) {
        String etag = status instanceof EtagSource source
                ? Optional.ofNullable(source.getEtag()).orElse("")
                : "";
        return new SourceFile(status.getPath().toString(), status.getLen(), status.getModificationTime(), etag);
    }
}
