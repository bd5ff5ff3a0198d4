package io.laguna.emulator.redshift.load;

import io.laguna.redshift.load.source.Location;
import io.laguna.redshift.load.unload.Files;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Files on their way into S3. Each one is a multipart upload, and none is an object before all of them are whole: what is
 * killed, or fails, leaves nothing that could be taken for a whole unload.
 */
final class Uploads implements Files {
    private static final int PART = 8 * 1024 * 1024;

    private final S3Client s3;
    private final AwsRequestOverrideConfiguration signed;
    private final Location prefix;
    private final List<Upload> begun = new ArrayList<>();

    Uploads(S3Client s3, AwsRequestOverrideConfiguration signed, Location prefix) {
        this.s3 = s3;
        this.signed = signed;
        this.prefix = prefix;
    }

    /** A call of S3. */
    @FunctionalInterface
    private interface Call<T> {
        T make();
    }

    private static <T> T call(String key, Call<T> call) throws S3Refused {
        try {
            return call.make();
        } catch (SdkException e) {
            throw S3Refused.of(e, "S3 key being written : " + key);
        }
    }

    @Override
    public OutputStream create(String name) throws IOException {
        String key = prefix.key() + name;
        String id = call(key, () -> s3.createMultipartUpload(
                        request -> request.bucket(prefix.bucket()).key(key).overrideConfiguration(signed))
                .uploadId());
        Upload upload = new Upload(key, id);
        begun.add(upload);
        return upload;
    }

    /** Makes the files objects. */
    void complete() throws S3Refused {
        for (Upload upload : begun) {
            call(
                    upload.key,
                    () -> s3.completeMultipartUpload(request -> request.bucket(prefix.bucket())
                            .key(upload.key)
                            .uploadId(upload.id)
                            .multipartUpload(parts -> parts.parts(upload.parts))
                            .overrideConfiguration(signed)));
            upload.done = true;
        }
    }

    void manifest(String text) throws S3Refused {
        String key = prefix.key() + "manifest";
        call(
                key,
                () -> s3.putObject(
                        request -> request.bucket(prefix.bucket()).key(key).overrideConfiguration(signed),
                        RequestBody.fromString(text)));
    }

    /** Forgets the files that are no objects yet. */
    void abort() throws S3Refused {
        for (Upload upload : begun) {
            if (!upload.done) {
                call(
                        upload.key,
                        () -> s3.abortMultipartUpload(request -> request.bucket(prefix.bucket())
                                .key(upload.key)
                                .uploadId(upload.id)
                                .overrideConfiguration(signed)));
            }
        }
    }

    /** A file, which is sent in parts. */
    private final class Upload extends OutputStream {
        private final String key;
        private final String id;
        private final List<CompletedPart> parts = new ArrayList<>();
        private byte[] part = new byte[64 * 1024];
        private int size;
        private boolean done;

        Upload(String key, String id) {
            this.key = key;
            this.id = id;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int at = from;
            int left = length;
            while (left > 0) {
                if (size == part.length) {
                    if (size < PART) {
                        part = Arrays.copyOf(part, Math.min(PART, size * 4));
                    } else {
                        send();
                    }
                }
                int fits = Math.min(left, part.length - size);
                System.arraycopy(bytes, at, part, size, fits);
                size += fits;
                at += fits;
                left -= fits;
            }
        }

        private void send() throws IOException {
            int number = parts.size() + 1;
            byte[] sent = Arrays.copyOf(part, size);
            String etag = call(key, () -> s3.uploadPart(
                            request -> request.bucket(prefix.bucket())
                                    .key(key)
                                    .uploadId(id)
                                    .partNumber(number)
                                    .overrideConfiguration(signed),
                            RequestBody.fromBytes(sent))
                    .eTag());
            parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
            size = 0;
        }

        @Override
        public void close() throws IOException {
            if (size > 0 || parts.isEmpty()) {
                send();
            }
            part = new byte[0];
        }
    }
}
