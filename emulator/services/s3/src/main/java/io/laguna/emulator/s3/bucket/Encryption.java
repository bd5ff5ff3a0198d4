package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Arguments;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.store.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/**
 * The settings of server-side encryption, kept with each object and told again. The bytes on disk are plain.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/serv-side-encryption.html">Server-side encryption</a>
 */
public record Encryption(Caller caller, BucketDocuments documents) {
    private static final String ALGORITHM = "algorithm";
    private static final String KEY_ID = "kms-key-id";
    private static final String CONTEXT = "kms-context";
    private static final String BUCKET_KEY = "bucket-key";
    private static final String CUSTOMER_MD5 = "customer-key-md5";
    private static final Set<String> ALGORITHMS = Set.of("AES256", "aws:kms", "aws:kms:dsse");

    /** The setting of a new bucket. */
    static final ServerSideEncryptionConfiguration DEFAULT = ServerSideEncryptionConfiguration.builder()
            .rules(ServerSideEncryptionRule.builder()
                    .applyServerSideEncryptionByDefault(ServerSideEncryptionByDefault.builder()
                            .sseAlgorithm(ServerSideEncryption.AES256)
                            .build())
                    .bucketKeyEnabled(false)
                    .build())
            .build();

    /** Returns the encryption of a new object: what its request says, or else its bucket's default. */
    public Map<String, String> ofRequest(SdkPojo request, String bucket) {
        Optional<CustomerKey> customer = CustomerKey.of(request, "");
        Optional<String> algorithm = Members.text(request, "ServerSideEncryption");
        Optional<String> keyId = Members.text(request, "SSEKMSKeyId");
        if (customer.isPresent()) {
            if (algorithm.isPresent()) {
                throw Failure.INVALID_ARGUMENT.exception(
                        "Server Side Encryption with Customer provided key is incompatible with the encryption method specified");
            }
            return Map.of(CUSTOMER_MD5, customer.get().md5());
        }
        if (algorithm.isEmpty()) {
            if (keyId.isPresent()) {
                throw Arguments.invalid(
                        "x-amz-server-side-encryption",
                        "null",
                        "Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption"
                                + " : aws:kms");
            }
            return ofBucket(bucket);
        }
        if (!ALGORITHMS.contains(algorithm.get())) {
            throw Arguments.invalid(
                    "x-amz-server-side-encryption",
                    algorithm.get(),
                    "The encryption method specified is not supported");
        }
        if (algorithm.get().equals("AES256") && keyId.isPresent()) {
            throw Arguments.invalid(
                    "x-amz-server-side-encryption",
                    algorithm.get(),
                    "Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption"
                            + " : aws:kms");
        }
        return described(
                algorithm.get(),
                keyId,
                Members.value(request, "BucketKeyEnabled", Boolean.class),
                Members.text(request, "SSEKMSEncryptionContext"));
    }

    private Map<String, String> ofBucket(String bucket) {
        ServerSideEncryptionRule rule = documents
                .read(bucket, Kind.ENCRYPTION, ServerSideEncryptionConfiguration.builder())
                .orElse(DEFAULT)
                .rules()
                .get(0);
        ServerSideEncryptionByDefault byDefault = rule.applyServerSideEncryptionByDefault();
        return described(
                byDefault.sseAlgorithmAsString(),
                Optional.ofNullable(byDefault.kmsMasterKeyID()).filter(id -> !id.isEmpty()),
                Optional.ofNullable(rule.bucketKeyEnabled()),
                Optional.empty());
    }

    private Map<String, String> described(
            String algorithm, Optional<String> keyId, Optional<Boolean> bucketKey, Optional<String> context) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put(ALGORITHM, algorithm);
        if (!algorithm.equals("AES256")) {
            said.put(KEY_ID, keyId.orElseGet(this::managedKey));
            bucketKey.filter(enabled -> enabled).ifPresent(enabled -> said.put(BUCKET_KEY, "true"));
            context.ifPresent(text -> said.put(CONTEXT, text));
        }
        return said;
    }

    /** The key that AWS manages for S3 in an account and region. */
    private String managedKey() {
        String name = "aws/s3 " + caller.accountId() + " " + caller.region();
        return caller.arn("kms", "key/" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Refuses a read, a copy or a part without the key that the object was written with.
     *
     * @param prefix of the request's members: {@code CopySource}, or nothing
     */
    public static void check(Map<String, String> said, SdkPojo request, String prefix) {
        Optional<CustomerKey> given = CustomerKey.of(request, prefix);
        Optional<String> needed = Optional.ofNullable(said.get(CUSTOMER_MD5));
        if (needed.isPresent() && given.isEmpty()) {
            throw Failure.INVALID_REQUEST.exception("The object was stored using a form of Server Side Encryption. The"
                    + " correct parameters must be provided to retrieve the object.");
        }
        if (needed.isEmpty() && given.isPresent()) {
            throw Failure.INVALID_REQUEST.exception("The encryption parameters are not applicable to this object.");
        }
        if (needed.isPresent() && !needed.get().equals(given.orElseThrow().md5())) {
            throw Failure.ACCESS_DENIED.exception(
                    "Requests specifying Server Side Encryption with Customer provided keys must provide the correct secret"
                            + " key.");
        }
    }

    /** Refuses a part without the key that its upload was begun with. */
    public static void checkPart(Map<String, String> said, SdkPojo request) {
        Optional<CustomerKey> given = CustomerKey.of(request, "");
        Optional<String> needed = Optional.ofNullable(said.get(CUSTOMER_MD5));
        if (needed.isPresent() && given.isEmpty()) {
            throw Failure.INVALID_REQUEST.exception(
                    "The multipart upload initiate requested encryption. Subsequent part"
                            + " requests must include the appropriate encryption parameters.");
        }
        checkSame(given, needed);
    }

    /**
     * Refuses the end of an upload without the key that it was begun with. Where an upload has no checksum, the key may be
     * left out.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html">CompleteMultipartUpload</a>
     */
    public static void checkEnd(Upload upload, SdkPojo request) {
        if (upload.begun().checksum().isPresent()) {
            checkPart(upload.begun().metadata().encryption(), request);
        } else {
            checkSame(
                    CustomerKey.of(request, ""),
                    Optional.ofNullable(upload.begun().metadata().encryption().get(CUSTOMER_MD5)));
        }
    }

    private static void checkSame(Optional<CustomerKey> given, Optional<String> needed) {
        if (given.isPresent() && !needed.equals(given.map(CustomerKey::md5))) {
            throw Failure.INVALID_REQUEST.exception(
                    "The provided encryption parameters did not match the ones used originally.");
        }
    }

    /** Tells in an answer what is kept. */
    public static void tell(Map<String, String> said, SdkPojo builder) {
        Optional.ofNullable(said.get(ALGORITHM))
                .ifPresent(value -> Members.set(builder, "ServerSideEncryption", value));
        Optional.ofNullable(said.get(KEY_ID)).ifPresent(value -> Members.set(builder, "SSEKMSKeyId", value));
        Optional.ofNullable(said.get(CONTEXT))
                .ifPresent(value -> Members.set(builder, "SSEKMSEncryptionContext", value));
        if (said.containsKey(BUCKET_KEY)) {
            Members.set(builder, "BucketKeyEnabled", true);
        }
        Optional.ofNullable(said.get(CUSTOMER_MD5)).ifPresent(value -> {
            Members.set(builder, "SSECustomerAlgorithm", "AES256");
            Members.set(builder, "SSECustomerKeyMD5", value);
        });
    }
}
