package io.laguna.engines.spark;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/** A folder of this machine or a prefix of a bucket, with files below it. */
sealed interface AwsS3Place {

    /**
     * A file there.
     *
     * @param name as people are told it
     * @param size in bytes
     */
    record Found(String name, long size, Instant modified) {}

    /** Returns the files by their paths below, in order. */
    Map<String, Found> files() throws IOException;

    /** Returns how messages name the file at a path below this place. */
    String name(String relative);

    /**
     * A folder of this machine.
     *
     * @param root absolute
     */
    record Local(Path root) implements AwsS3Place {
        @Override
        public Map<String, Found> files() throws IOException {
            Map<String, Found> files = new TreeMap<>();
            if (!Files.isDirectory(root)) {
                return files;
            }
            try (Stream<Path> all = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    String relative = root.relativize(file).toString();
                    files.put(
                            relative,
                            new Found(
                                    name(relative),
                                    Files.size(file),
                                    Files.getLastModifiedTime(file).toInstant()));
                }
            }
            return files;
        }

        /**
         * Returns the path from the working folder on, as the aws command line prints it: {@code ./a}, {@code ../b/a}.
         */
        @Override
        public String name(String relative) {
            Path file = Path.of("").toAbsolutePath().relativize(root.resolve(relative));
            return file.getNameCount() == 1 ? "./" + file : file.toString();
        }

        Path file(String relative) {
            return root.resolve(relative);
        }
    }

    /**
     * A prefix of a bucket.
     *
     * @param location with an empty key, or one with a slash at its end
     */
    record Remote(S3Client s3, S3Location location) implements AwsS3Place {
        @Override
        public Map<String, Found> files() {
            Map<String, Found> files = new TreeMap<>();
            s3.listObjectsV2Paginator(
                            request -> request.bucket(location.bucket()).prefix(location.key()))
                    .contents()
                    .forEach(object -> {
                        String relative = object.key().substring(location.key().length());
                        files.put(relative, new Found(name(relative), object.size(), object.lastModified()));
                    });
            return files;
        }

        @Override
        public String name(String relative) {
            return location.resolve(relative).toString();
        }
    }

    /** Returns the folder or prefix that a path names. */
    static AwsS3Place folder(S3Client s3, String path) {
        Optional<S3Location> location = S3Location.of(path);
        return location.isPresent()
                ? new Remote(s3, location.get().asFolder())
                : new Local(Path.of(path).toAbsolutePath().normalize());
    }
}
