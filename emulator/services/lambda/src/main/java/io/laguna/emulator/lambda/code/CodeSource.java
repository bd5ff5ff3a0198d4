package io.laguna.emulator.lambda.code;

import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.model.FunctionCode;
import software.amazon.awssdk.services.lambda.model.LayerVersionContentInput;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The place of a request's code: in the request itself, or in an object.
 *
 * @param zip the zip file, where the request has it
 * @param bucket of the object, otherwise
 */
public record CodeSource(
        Optional<SdkBytes> zip, Optional<String> bucket, Optional<String> key, Optional<String> version) {
    /** "50 MB zipped, for direct upload". */
    private static final int MOST_BYTES = 52_428_800;

    private static final String IMAGES = "functions of container images; give a zip file";

    public static CodeSource of(FunctionCode code) {
        if (Optional.ofNullable(code.imageUri()).isPresent()) {
            throw Failures.notBuilt(IMAGES);
        }
        return of(code.zipFile(), code.s3Bucket(), code.s3Key(), code.s3ObjectVersion());
    }

    public static CodeSource of(UpdateFunctionCodeRequest code) {
        if (Optional.ofNullable(code.imageUri()).isPresent()) {
            throw Failures.notBuilt(IMAGES);
        }
        return of(code.zipFile(), code.s3Bucket(), code.s3Key(), code.s3ObjectVersion());
    }

    public static CodeSource of(LayerVersionContentInput code) {
        return of(code.zipFile(), code.s3Bucket(), code.s3Key(), code.s3ObjectVersion());
    }

    private static CodeSource of(SdkBytes zip, String bucket, String key, String version) {
        new Constraints()
                .length("s3Bucket", bucket, 3, 63)
                .length("s3Key", key, 1, 1024)
                .length("s3ObjectVersion", version, 1, 1024)
                .check();
        CodeSource source = new CodeSource(
                Optional.ofNullable(zip),
                Optional.ofNullable(bucket),
                Optional.ofNullable(key),
                Optional.ofNullable(version));
        boolean inObject = source.bucket.isPresent() || source.key.isPresent();
        if (source.zip.isPresent() && inObject) {
            throw Failures.invalid("Please do not provide other FunctionCode parameters when providing a ZipFile.");
        }
        if (source.zip.isEmpty() && (source.bucket.isEmpty() || source.key.isEmpty())) {
            throw Failures.invalid("Please provide a source for function code.");
        }
        return source;
    }

    /** Returns the zip file. */
    public byte[] read(S3Client s3) {
        byte[] bytes = zip.map(SdkBytes::asByteArray).orElseGet(() -> fetch(s3));
        if (bytes.length == 0) {
            throw Failures.invalid("Uploaded file must be a non-empty zip");
        }
        if (zip.isPresent() && bytes.length > MOST_BYTES) {
            throw Failures.tooLarge(bytes.length, MOST_BYTES, "direct upload");
        }
        if (bytes.length > Unzipping.MOST_BYTES) {
            throw Failures.invalid("Unzipped size must be smaller than " + Unzipping.MOST_BYTES + " bytes");
        }
        return bytes;
    }

    private byte[] fetch(S3Client s3) {
        try {
            return s3.getObjectAsBytes(get -> get.bucket(bucket.orElseThrow())
                            .key(key.orElseThrow())
                            .versionId(version.orElse(null)))
                    .asByteArray();
        } catch (S3Exception e) {
            throw Failures.invalid("Error occurred while GetObject. S3 Error Code: "
                    + e.awsErrorDetails().errorCode() + ". S3 Error Message: "
                    + e.awsErrorDetails().errorMessage());
        } catch (SdkException e) {
            throw Failures.invalid("Error occurred while GetObject. " + e.getMessage());
        }
    }
}
