package io.laguna.emulator.s3.object;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.Encryption;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.store.object.OpenObject;
import io.laguna.emulator.s3.store.object.StoreException;
import software.amazon.awssdk.core.SdkPojo;

/** Objects that copies are made of. */
public record SourceObjects(BucketAccess access) {
    private static final String PREFIX = "CopySource";

    /** Opens one, once it is clear that it may be copied. */
    public OpenObject open(SdkPojo request, CopySource source) {
        access.bucket(source.bucket(), Members.text(request, "ExpectedSourceBucketOwner"));
        OpenObject open = opened(source);
        try {
            Encryption.check(open.object().metadata().encryption(), request, PREFIX);
            Conditions.of(request, PREFIX).checkSource(open.object());
            ArchiveClasses.checkSource(open.object());
            return open;
        } catch (RuntimeException e) {
            open.close();
            throw e;
        }
    }

    private OpenObject opened(CopySource source) {
        return StoreCalls.of(source.bucket(), source.key(), source.versionId(), () -> {
            try {
                return access.store().objects().open(source.bucket(), source.key(), source.versionId());
            } catch (StoreException e) {
                if (e.reason() == StoreException.Reason.DELETE_MARKER
                        && source.versionId().isPresent()) {
                    throw Failure.INVALID_REQUEST.exception(
                            "The source of a copy request may not specifically refer to a"
                                    + " delete marker by version id.");
                }
                throw e;
            }
        });
    }
}
