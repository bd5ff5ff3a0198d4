package io.laguna.emulator.glue.crawler.work;

import io.laguna.emulator.crawl.ManifestFolder;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The manifests of tables of Delta Lake on their way into a bucket. They may be written again. */
record ManifestWrites(S3Client s3) {
    /** Writes the manifests of a table, and deletes those of partitions that it has no longer. */
    void write(ManifestFolder manifests) {
        String bucket = manifests.folder().bucket();
        String prefix = manifests.folder().prefix();
        manifests
                .files()
                .forEach((name, text) ->
                        s3.putObject(put -> put.bucket(bucket).key(prefix + name), RequestBody.fromString(text)));
        List<String> others = s3
                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .filter(key ->
                        key.endsWith("/manifest") && !manifests.files().containsKey(key.substring(prefix.length())))
                .toList();
        others.forEach(key -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }
}
