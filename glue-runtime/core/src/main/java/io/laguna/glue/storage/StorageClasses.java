package io.laguna.glue.storage;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** The storage classes of objects, which no FileSystem tells. Files that are not in S3 have none. */
public record StorageClasses(Configuration configuration) {

    /** Returns the files that are in none of some classes. */
    public List<SourceFile> without(List<SourceFile> files, List<String> classes) {
        if (classes.isEmpty() || files.stream().noneMatch(StorageClasses::isInS3)) {
            return files;
        }
        Set<String> excluded = new HashSet<>();
        classes.forEach(each -> excluded.add(each.toUpperCase(Locale.ROOT)));
        try (S3Client s3 = client()) {
            Map<String, Map<String, String>> known = new HashMap<>();
            return files.stream()
                    .filter(file -> !isInS3(file) || !excluded.contains(classOf(s3, file, known)))
                    .toList();
        }
    }

    /** Moves an object to another class, in its place. */
    public void move(S3Client s3, SourceFile file, StorageClass to) {
        URI address = new Path(file.path()).toUri();
        String key = address.getPath().substring(1);
        s3.copyObject(CopyObjectRequest.builder()
                .sourceBucket(address.getHost())
                .sourceKey(key)
                .destinationBucket(address.getHost())
                .destinationKey(key)
                .storageClass(to)
                .metadataDirective(MetadataDirective.COPY)
                .build());
    }

    /** Deletes an object. */
    void delete(S3Client s3, SourceFile file) {
        URI address = new Path(file.path()).toUri();
        s3.deleteObject(
                delete -> delete.bucket(address.getHost()).key(address.getPath().substring(1)));
    }

    static boolean isInS3(String path) {
        return path.startsWith("s3");
    }

    private static boolean isInS3(SourceFile file) {
        return isInS3(file.path());
    }

    /** Lists each folder once. */
    private static String classOf(S3Client s3, SourceFile file, Map<String, Map<String, String>> known) {
        Path path = new Path(file.path());
        String key = path.toUri().getPath().substring(1);
        return known.computeIfAbsent(path.getParent().toString(), folder -> list(s3, path.getParent()))
                .getOrDefault(key, StorageClass.STANDARD.toString());
    }

    private static Map<String, String> list(S3Client s3, Path folder) {
        String prefix = folder.toUri().getPath().replaceFirst("^/", "");
        Map<String, String> classes = new HashMap<>();
        for (S3Object object : s3.listObjectsV2Paginator(
                        request -> request.bucket(folder.toUri().getHost())
                                .prefix(prefix.isEmpty() ? prefix : prefix + "/")
                                .delimiter("/"))
                .contents()) {
            classes.put(object.key(), object.storageClassAsString());
        }
        return classes;
    }

    /** Returns a client that any configuration of AWS's finds; buckets stand in the path where S3A has them there. */
    public S3Client client() {
        return S3Client.builder()
                .forcePathStyle(configuration.getBoolean("fs.s3a.path.style.access", false))
                .build();
    }
}
