package io.laguna.engines.spark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.UUID;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** A copy of one file's bytes from one place to another. */
final class AwsS3Copy {
    private final S3Client s3;
    private final AwsS3Options options;

    AwsS3Copy(S3Client s3, AwsS3Options options) {
        this.s3 = s3;
        this.options = options;
    }

    void copy(AwsS3Place source, String from, AwsS3Place target, String to) throws IOException {
        if (source instanceof AwsS3Place.Local local && target instanceof AwsS3Place.Remote remote) {
            upload(local.file(from), remote.location().resolve(to));
        } else if (source instanceof AwsS3Place.Remote remote && target instanceof AwsS3Place.Local local) {
            download(remote.location().resolve(from), local.file(to));
        } else if (source instanceof AwsS3Place.Remote remote && target instanceof AwsS3Place.Remote other) {
            S3Location old = remote.location().resolve(from);
            S3Location copy = other.location().resolve(to);
            s3.copyObject(request -> request.sourceBucket(old.bucket())
                    .sourceKey(old.key())
                    .destinationBucket(copy.bucket())
                    .destinationKey(copy.key()));
        }
    }

    void delete(AwsS3Place place, String relative) throws IOException {
        if (place instanceof AwsS3Place.Remote remote) {
            S3Location location = remote.location().resolve(relative);
            s3.deleteObject(request -> request.bucket(location.bucket()).key(location.key()));
        } else if (place instanceof AwsS3Place.Local local) {
            Files.delete(local.file(relative));
        }
    }

    /** Copies from standard input or to standard output, where one of the two paths is {@code -}. */
    void stream(String from, String to) throws IOException {
        if (from.equals("-")) {
            // S3 wants to know the size of an object before its bytes.
            Path whole = Files.createTempFile("stdin", "");
            try {
                Files.copy(System.in, whole, StandardCopyOption.REPLACE_EXISTING);
                upload(whole, S3Location.of(to).orElseThrow());
            } finally {
                Files.delete(whole);
            }
        } else {
            S3Location location = S3Location.of(from).orElseThrow();
            try (InputStream content =
                    s3.getObject(request -> request.bucket(location.bucket()).key(location.key()))) {
                content.transferTo(System.out);
                System.out.flush();
            }
        }
    }

    private void upload(Path file, S3Location to) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder().bucket(to.bucket()).key(to.key());
        options.contentType().ifPresent(request::contentType);
        s3.putObject(request.build(), RequestBody.fromFile(file));
    }

    /** Downloads an object. The file appears when it is whole, with the object's time. */
    private void download(S3Location from, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path partial = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".partial");
        try (ResponseInputStream<GetObjectResponse> content =
                s3.getObject(request -> request.bucket(from.bucket()).key(from.key()))) {
            Files.copy(content, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(partial, FileTime.from(content.response().lastModified()));
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
