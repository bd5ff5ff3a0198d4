package io.laguna.emulator.s3.store.object;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The metadata of an object that a client stated. The order of every map is kept.
 *
 * @param headers such as {@code content-type} and {@code cache-control}, names in lower case
 * @param userMetadata without {@code x-amz-meta-}, names in lower case
 * @param storageClass such as {@code STANDARD}
 * @param encryption what was said of server-side encryption, under names of the caller's choice
 * @param acl a document of the caller's
 * @param legalHold nothing where none was ever set
 */
public record ObjectMetadata(
        Map<String, String> headers,
        Map<String, String> userMetadata,
        Map<String, String> tags,
        String storageClass,
        Map<String, String> encryption,
        Optional<String> acl,
        Optional<Retention> retention,
        Optional<Boolean> legalHold) {

    /** The metadata of an object of which nothing was said, with storage class {@code STANDARD}. */
    public static final ObjectMetadata NONE = new ObjectMetadata(
            Map.of(), Map.of(), Map.of(), "STANDARD", Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public ObjectMetadata {
        headers = inOrder(headers);
        userMetadata = inOrder(userMetadata);
        tags = inOrder(tags);
        encryption = inOrder(encryption);
    }

    /** Returns the same metadata with other headers. */
    public ObjectMetadata withHeaders(Map<String, String> changed) {
        return new ObjectMetadata(changed, userMetadata, tags, storageClass, encryption, acl, retention, legalHold);
    }

    /** Returns the same metadata with other user metadata. */
    public ObjectMetadata withUserMetadata(Map<String, String> changed) {
        return new ObjectMetadata(headers, changed, tags, storageClass, encryption, acl, retention, legalHold);
    }

    /** Returns the same metadata with other tags. */
    public ObjectMetadata withTags(Map<String, String> changed) {
        return new ObjectMetadata(headers, userMetadata, changed, storageClass, encryption, acl, retention, legalHold);
    }

    /** Returns the same metadata in another storage class. */
    public ObjectMetadata withStorageClass(String changed) {
        return new ObjectMetadata(headers, userMetadata, tags, changed, encryption, acl, retention, legalHold);
    }

    /** Returns the same metadata with another encryption. */
    public ObjectMetadata withEncryption(Map<String, String> changed) {
        return new ObjectMetadata(headers, userMetadata, tags, storageClass, changed, acl, retention, legalHold);
    }

    /** Returns the same metadata with another ACL. */
    public ObjectMetadata withAcl(Optional<String> changed) {
        return new ObjectMetadata(headers, userMetadata, tags, storageClass, encryption, changed, retention, legalHold);
    }

    /** Returns the same metadata with another retention. */
    public ObjectMetadata withRetention(Optional<Retention> changed) {
        return new ObjectMetadata(headers, userMetadata, tags, storageClass, encryption, acl, changed, legalHold);
    }

    /** Returns the same metadata with another legal hold. */
    public ObjectMetadata withLegalHold(Optional<Boolean> changed) {
        return new ObjectMetadata(headers, userMetadata, tags, storageClass, encryption, acl, retention, changed);
    }

    private static Map<String, String> inOrder(Map<String, String> map) {
        return map.size() < 2 ? Map.copyOf(map) : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
