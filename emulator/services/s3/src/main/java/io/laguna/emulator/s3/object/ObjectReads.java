package io.laguna.emulator.s3.object;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.Encryption;
import io.laguna.emulator.s3.bucket.Versions;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.call.Room;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.lifecycle.Lifecycles;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.object.Checksum;
import io.laguna.emulator.s3.store.object.ChecksumType;
import io.laguna.emulator.s3.store.object.ObjectPart;
import io.laguna.emulator.s3.store.object.OpenObject;
import io.laguna.emulator.s3.store.object.StoredObject;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.RestoreObjectRequest;
import software.amazon.awssdk.services.s3.model.RestoreObjectResponse;

/** Objects that are read. */
public final class ObjectReads extends Room {
    private final BucketAccess access;
    private final Lifecycles lifecycles;

    public ObjectReads(BucketAccess access, Lifecycles lifecycles) {
        this.access = access;
        this.lifecycles = lifecycles;
    }

    @Override
    public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
        Bucket bucket = access.bucket(request);
        Optional<String> version = Versions.named(request);
        OpenObject open = StoreCalls.of(bucket.name(), request.key(), version, () -> access.store()
                .objects()
                .open(bucket.name(), request.key(), version));
        try {
            GetObjectResponse.Builder response = GetObjectResponse.builder();
            Optional<Ranges> part = describe(request, bucket, open.object(), (SdkPojo) response);
            ArchiveClasses.checkRead(open.object());
            ObjectStream bytes = part.map(each -> new ObjectStream(open, each.start(), each.length()))
                    .orElseGet(() -> new ObjectStream(open, 0, open.object().size()));
            return transform(transformer, response.build(), bytes);
        } catch (RuntimeException | Error e) {
            open.close();
            throw e;
        }
    }

    @Override
    public HeadObjectResponse headObject(HeadObjectRequest request) {
        Bucket bucket = access.bucket(request);
        Optional<String> version = Versions.named(request);
        StoredObject object = StoreCalls.of(bucket.name(), request.key(), version, () -> access.store()
                .objects()
                .get(bucket.name(), request.key(), version));
        HeadObjectResponse.Builder response = HeadObjectResponse.builder();
        describe(request, bucket, object, (SdkPojo) response);
        return response.build();
    }

    /**
     * Refuses to restore an object: one that is in no archive as S3 does, one that is because Laguna cannot do it.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_RestoreObject.html">RestoreObject</a>
     */
    @Override
    public RestoreObjectResponse restoreObject(RestoreObjectRequest request) {
        Bucket bucket = access.bucket(request);
        Optional<String> version = Versions.named(request);
        ArchiveClasses.checkRestored(StoreCalls.of(bucket.name(), request.key(), version, () -> access.store()
                .objects()
                .get(bucket.name(), request.key(), version)));
        throw Failure.NOT_IMPLEMENTED.exception("not implemented by Laguna: s3:RestoreObject of an archived object."
                + " To read its bytes, put the object again with the storage class STANDARD.");
    }

    /** Returns the part that is asked for, once it is clear that it may be read. */
    private Optional<Ranges> describe(SdkPojo request, Bucket bucket, StoredObject object, SdkPojo response) {
        Encryption.check(object.metadata().encryption(), request, "");
        Conditions.of(request, "").checkRead(object);
        Optional<Integer> number = Members.value(request, "PartNumber", Integer.class);
        Optional<String> range = Members.text(request, "Range");
        if (number.isPresent() && range.isPresent()) {
            throw Failure.INVALID_REQUEST.exception("Cannot specify both Range header and partNumber query parameter");
        }
        Optional<Ranges> part = number.map(each -> part(object, each))
                .or(() -> range.flatMap(header -> Ranges.of(header, object.size())));
        new Representation(bucket, object).tell(response, part);
        Representation.override(request, response);
        number.filter(each -> !object.parts().isEmpty())
                .ifPresent(each ->
                        Members.set(response, "PartsCount", object.parts().size()));
        if (range.isEmpty() && Members.text(request, "ChecksumMode").isPresent()) {
            Checksums.tell(checksums(object, number), response);
        }
        lifecycles.expiration(bucket.name(), object).ifPresent(text -> Members.set(response, "Expiration", text));
        return part;
    }

    /** Returns the checksums of an object, or those of its part, which are said to be of the object's kind. */
    private static List<Checksum> checksums(StoredObject object, Optional<Integer> number) {
        if (number.isEmpty() || object.parts().isEmpty() || object.checksums().isEmpty()) {
            return object.checksums();
        }
        ChecksumType type = object.checksums().get(0).type();
        return object.parts().stream()
                .filter(part -> part.number() == number.get())
                .flatMap(part -> part.checksums().stream())
                .map(checksum -> new Checksum(checksum.algorithm(), type, checksum.value()))
                .toList();
    }

    private static Ranges part(StoredObject object, int number) {
        if (object.parts().isEmpty()) {
            if (number != 1) {
                throw Failure.INVALID_PART_NUMBER.exception();
            }
            return new Ranges(0, object.size(), object.size());
        }
        long start = 0;
        for (ObjectPart part : object.parts()) {
            if (part.number() == number) {
                return new Ranges(start, part.size(), object.size());
            }
            start += part.size();
        }
        throw Failure.INVALID_PART_NUMBER.exception();
    }

    /** Hands the bytes to the caller as the SDK's own clients do: the stream stays open only for those who say so. */
    private static <T> T transform(
            ResponseTransformer<GetObjectResponse, T> transformer, GetObjectResponse response, ObjectStream bytes) {
        try {
            T result = transformer.transform(response, AbortableInputStream.create(bytes));
            if (!transformer.needsConnectionLeftOpen()) {
                bytes.close();
            }
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SdkClientException.create("Interrupted while the object was read", e);
        } catch (SdkException e) {
            throw e;
        } catch (Exception e) {
            throw SdkClientException.create("The object could not be handed on: " + e.getMessage(), e);
        }
    }
}
