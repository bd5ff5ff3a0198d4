package io.laguna.pipelines.covid.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * The upload of a CSV of any size to one key, in constant memory: at once if the file is small, else in parts. The
 * object is there as a whole or not at all.
 */
final class Upload {
    static final String CSV = "text/csv; charset=utf-8";
    /** The size of a part. With the 10,000 parts that S3 allows an object reaches 160 GB. */
    static final int PART_BYTES = 16 << 20;

    private final S3Client s3;
    private final String bucket;
    private final String key;

    Upload(RawZone raw, String key) {
        this.s3 = raw.s3();
        this.bucket = raw.bucket();
        this.key = key;
    }

    /**
     * Uploads the content, which must not have changed since its scan.
     *
     * @param uploaded is told the bytes so far
     */
    void send(CsvContent content, CsvScan scan, LongConsumer uploaded) {
        try (InputStream in = content.open()) {
            Sha256 sum = new Sha256();
            byte[] part = new byte[(int) Math.min(PART_BYTES, scan.bytes() + 1)];
            int length = in.readNBytes(part, 0, part.length);
            sum.accept(part, length);
            if (length < PART_BYTES) {
                requireUnchanged(content, scan, sum);
                s3.putObject(
                        request -> request.bucket(bucket).key(key).contentType(CSV),
                        RequestBody.fromContentProvider(bytes(part, length), length, CSV));
                uploaded.accept(length);
            } else {
                sendParts(content, scan, uploaded, in, part, sum);
            }
        } catch (IOException failure) {
            throw content.unreadable(failure);
        }
    }

    private void sendParts(
            CsvContent content, CsvScan scan, LongConsumer uploaded, InputStream in, byte[] part, Sha256 sum)
            throws IOException {
        String upload = s3.createMultipartUpload(
                        request -> request.bucket(bucket).key(key).contentType(CSV))
                .uploadId();
        boolean complete = false;
        try {
            List<CompletedPart> parts = new ArrayList<>();
            long sent = 0;
            for (int length = part.length; length > 0; length = in.readNBytes(part, 0, part.length)) {
                if (!parts.isEmpty()) {
                    sum.accept(part, length);
                }
                parts.add(sendPart(upload, parts.size() + 1, part, length));
                sent += length;
                uploaded.accept(sent);
            }
            requireUnchanged(content, scan, sum);
            s3.completeMultipartUpload(request ->
                    request.bucket(bucket).key(key).uploadId(upload).multipartUpload(all -> all.parts(parts)));
            complete = true;
        } finally {
            if (!complete) {
                abort(upload);
            }
        }
    }

    private CompletedPart sendPart(String upload, int number, byte[] part, int length) {
        String tag = s3.uploadPart(
                        request ->
                                request.bucket(bucket).key(key).uploadId(upload).partNumber(number),
                        RequestBody.fromContentProvider(bytes(part, length), length, CSV))
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    /**
     * Aborts an upload. A failure here is only logged, because the first error is the one to show; the next ingest
     * clears away the rest of the upload.
     */
    private void abort(String upload) {
        try {
            s3.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(upload));
        } catch (SdkException unreachable) {
            System.getLogger(Upload.class.getName())
                    .log(System.Logger.Level.WARNING, "Upload of " + key + " could not be aborted", unreachable);
        }
    }

    /** Returns a view of the bytes: RequestBody.fromBytes would copy each part. */
    private static ContentStreamProvider bytes(byte[] part, int length) {
        return ContentStreamProvider.fromByteArrayUnsafe(length == part.length ? part : Arrays.copyOf(part, length));
    }

    private static void requireUnchanged(CsvContent content, CsvScan scan, Sha256 sum) {
        if (!sum.hex().equals(scan.sha256())) {
            throw new IngestException(
                    content.source() + " changed while it was read. Ingest it again once it is whole.");
        }
    }
}
