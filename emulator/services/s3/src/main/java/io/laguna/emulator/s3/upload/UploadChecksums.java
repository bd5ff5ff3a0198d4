package io.laguna.emulator.s3.upload;

import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.object.Checksums;
import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import io.laguna.emulator.s3.store.object.ChecksumType;
import io.laguna.emulator.s3.store.upload.NamedPart;
import io.laguna.emulator.s3.store.upload.NewUpload;
import io.laguna.emulator.s3.store.upload.Upload;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The rule by which the checksum of a multipart upload is made of its parts' checksums.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html">Checking object
 *     integrity for data uploads</a>
 */
final class UploadChecksums {
    private UploadChecksums() {}

    /** Returns the type that an upload asks for, or gets. */
    static ChecksumType type(Optional<ChecksumAlgorithm> algorithm, SdkPojo request) {
        Optional<String> asked = Members.text(request, "ChecksumType");
        if (algorithm.isEmpty()) {
            if (asked.isPresent()) {
                throw Failure.INVALID_REQUEST.exception(
                        "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");
            }
            return ChecksumType.FULL_OBJECT;
        }
        ChecksumType type = asked.map(UploadChecksums::parse).orElseGet(() -> usual(algorithm.get()));
        boolean possible =
                switch (algorithm.get()) {
                    case CRC32, CRC32C -> true;
                    case CRC64NVME -> type == ChecksumType.FULL_OBJECT;
                    case SHA1, SHA256 -> type == ChecksumType.COMPOSITE;
                };
        if (!possible) {
            throw Failure.INVALID_REQUEST.exception("The " + type + " checksum type cannot be used with the "
                    + algorithm.get().name().toLowerCase(Locale.ROOT) + " checksum algorithm.");
        }
        return type;
    }

    private static ChecksumType usual(ChecksumAlgorithm algorithm) {
        return algorithm == ChecksumAlgorithm.CRC64NVME ? ChecksumType.FULL_OBJECT : ChecksumType.COMPOSITE;
    }

    private static ChecksumType parse(String name) {
        return switch (name) {
            case "COMPOSITE" -> ChecksumType.COMPOSITE;
            case "FULL_OBJECT" -> ChecksumType.FULL_OBJECT;
            default -> throw Failure.INVALID_REQUEST.exception("Value for x-amz-checksum-type header is invalid.");
        };
    }

    /** Refuses a part with a checksum of another kind than its upload has. */
    static void checkPart(Upload upload, Checksums checksums) {
        Optional<ChecksumAlgorithm> expected = upload.begun().checksum();
        for (ChecksumAlgorithm given : checksums.asked()) {
            if (expected.isPresent() && expected.get() != given) {
                throw Failure.INVALID_REQUEST.exception("Checksum Type mismatch occurred, expected checksum Type: "
                        + expected.get().name().toLowerCase(Locale.ROOT) + ", actual checksum Type: "
                        + given.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Refuses an end that is not of the kind of the beginning. */
    static void checkEnd(Upload upload, SdkPojo request, List<NamedPart> parts) {
        NewUpload begun = upload.begun();
        Optional<String> type = Members.text(request, "ChecksumType");
        if (type.isPresent() && parse(type.get()) != begun.checksumType()) {
            throw Failure.INVALID_REQUEST.exception("The upload was created using the " + begun.checksumType()
                    + " checksum mode. The complete request must use the same checksum mode.");
        }
        if (begun.checksum().isEmpty() || begun.checksumType() != ChecksumType.COMPOSITE) {
            return;
        }
        for (NamedPart part : parts) {
            if (part.checksums().isEmpty()) {
                String algorithm = begun.checksum().get().name().toLowerCase(Locale.ROOT);
                throw Failure.INVALID_REQUEST.exception("The upload was created using a " + algorithm
                        + " checksum. The complete request must include the checksum for each part. It was missing for part "
                        + part.number() + " in the request.");
            }
        }
    }
}
