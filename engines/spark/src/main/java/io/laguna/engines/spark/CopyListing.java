package io.laguna.engines.spark;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The search for the files to copy. */
final class CopyListing {
    private final Configuration configuration;
    private final CopyOptions options;
    private final CopyManifest previous;

    CopyListing(Configuration configuration, CopyOptions options, CopyManifest previous) {
        this.configuration = configuration;
        this.options = options;
        this.previous = previous;
    }

    /**
     * Returns the files in the order of their paths.
     *
     * @throws FileNotFoundException when the source is not there
     */
    List<CopySource> sources() throws IOException {
        List<CopySource> found = new ArrayList<>();
        if (options.copyFromManifest()) {
            for (String path : previous.sources()) {
                add(found, new Path(path));
            }
        } else if (options.srcPrefixesFile().isPresent()) {
            for (String prefix : lines(options.srcPrefixesFile().get())) {
                add(found, new Path(prefix));
            }
        } else {
            add(found, options.src());
        }
        return found.stream()
                .distinct()
                .filter(source -> options.copyFromManifest()
                        || !previous.sources().contains(source.path().toString()))
                .sorted(Comparator.comparing(source -> source.path().toString()))
                .toList();
    }

    private void add(List<CopySource> found, Path from) throws IOException {
        FileSystem files = from.getFileSystem(configuration);
        FileStatus status;
        try {
            status = files.getFileStatus(from);
        } catch (FileNotFoundException e) {
            FileNotFoundException missing = new FileNotFoundException("the source does not exist: " + from);
            missing.initCause(e);
            throw missing;
        }
        if (status.isFile()) {
            keep(found, status);
            return;
        }
        if (from.toUri().getScheme() != null && from.toUri().getScheme().startsWith("s3")) {
            // An object store lists all files of a prefix at once.
            RemoteIterator<LocatedFileStatus> below = files.listFiles(from, true);
            while (below.hasNext()) {
                keep(found, below.next());
            }
        } else {
            walk(found, files, from);
        }
    }

    /**
     * Lists a folder and the folders in it. {@code listFiles} would ask for the owner of each local file, and start a
     * process for each.
     */
    private void walk(List<CopySource> found, FileSystem files, Path folder) throws IOException {
        for (FileStatus file : files.listStatus(folder)) {
            if (file.isDirectory()) {
                walk(found, files, file.getPath());
            } else {
                keep(found, file);
            }
        }
    }

    private void keep(List<CopySource> found, FileStatus file) throws IOException {
        Path path = file.getPath();
        String name = path.toString();
        boolean matches = options.srcPattern().stream()
                .allMatch(pattern -> pattern.matcher(name).matches());
        if (matches) {
            found.add(new CopySource(path, relative(path), file.getLen()));
        }
    }

    private String relative(Path file) throws IOException {
        Path src = options.src().getFileSystem(configuration).makeQualified(options.src());
        String above = src.toString().replaceFirst("/+$", "") + "/";
        if (file.equals(src)) {
            return file.getName();
        }
        if (!file.toString().startsWith(above)) {
            throw new IllegalArgumentException(file + " is not below --src " + options.src());
        }
        return file.toString().substring(above.length());
    }

    private List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(file.getFileSystem(configuration).open(file), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }
}
