package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.store.Store;
import io.laguna.emulator.s3.store.bucket.Bucket;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.RequiredTrait;

/** Buckets as a caller reaches them: all are his. */
public record BucketAccess(Caller caller, Store store) {
    private static final List<String> NEEDED = List.of("Key", "DestinationKey", "UploadId");

    /** The bucket that a request is about, whose owner is the one that the request expects. */
    public Bucket bucket(SdkPojo request) {
        NEEDED.forEach(member -> require(request, member));
        String name = Members.text(request, "Bucket")
                .or(() -> Members.text(request, "DestinationBucket"))
                .orElse("");
        return bucket(name, Members.text(request, "ExpectedBucketOwner"));
    }

    /** Over HTTP they cannot be missing. */
    private static void require(SdkPojo request, String member) {
        boolean required = Members.field(request, member)
                .filter(field -> field.containsTrait(RequiredTrait.class))
                .isPresent();
        if (required && Members.text(request, member).isEmpty()) {
            throw Failure.INVALID_ARGUMENT.exception("The request names no " + member);
        }
    }

    public Bucket bucket(String name, Optional<String> expectedOwner) {
        if (expectedOwner.isPresent() && !expectedOwner.get().equals(caller.accountId())) {
            throw Failure.ACCESS_DENIED.exception();
        }
        return store.buckets().find(name).orElseThrow(() -> StoreCalls.noSuchBucket(name));
    }
}
