package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A key that a client keeps for itself. Only its MD5 is kept, to tell whether a later one is the same.
 *
 * @param md5 in Base64
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html">SSE-C</a>
 */
record CustomerKey(String md5) {
    private static final int KEY_BYTES = 32;

    /**
     * The key of a request, which is one and is what its MD5 says.
     *
     * @param prefix of the members: {@code CopySource}, or nothing
     */
    static Optional<CustomerKey> of(SdkPojo request, String prefix) {
        Optional<String> algorithm = Members.text(request, prefix + "SSECustomerAlgorithm");
        Optional<String> key = Members.text(request, prefix + "SSECustomerKey");
        Optional<String> md5 = Members.text(request, prefix + "SSECustomerKeyMD5");
        if (algorithm.isEmpty() && key.isEmpty() && md5.isEmpty()) {
            return Optional.empty();
        }
        if (algorithm.isEmpty()) {
            throw Failure.INVALID_ARGUMENT.exception("Requests specifying Server Side Encryption with Customer provided"
                    + " keys must provide a valid encryption algorithm.");
        }
        if (!algorithm.get().equals("AES256")) {
            throw Failure.INVALID_ENCRYPTION_ALGORITHM.exception();
        }
        if (key.isEmpty()) {
            throw Failure.INVALID_ARGUMENT.exception("Requests specifying Server Side Encryption with Customer provided"
                    + " keys must provide an appropriate secret key.");
        }
        byte[] bytes = bytes(key.get());
        if (bytes.length != KEY_BYTES) {
            throw Failure.INVALID_ARGUMENT.exception("The secret key was invalid for the specified algorithm.");
        }
        String actual = md5(bytes);
        if (md5.isEmpty()) {
            throw Failure.INVALID_ARGUMENT.exception("Requests specifying Server Side Encryption with Customer provided"
                    + " keys must provide the client calculated MD5 of the secret key.");
        }
        if (!md5.get().equals(actual)) {
            throw Failure.INVALID_ARGUMENT.exception(
                    "The calculated MD5 hash of the key did not match the hash that was provided.");
        }
        return Optional.of(new CustomerKey(actual));
    }

    private static byte[] bytes(String key) {
        try {
            return Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException e) {
            throw Failure.INVALID_ARGUMENT.exception("The secret key was invalid for the specified algorithm.");
        }
    }

    private static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}
