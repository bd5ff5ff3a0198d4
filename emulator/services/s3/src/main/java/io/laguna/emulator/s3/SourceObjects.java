package io.laguna.emulator.s3;

import io.laguna.emulator.s3.store.OpenObject;
import io.laguna.emulator.s3.store.StoreException;
import software.amazon.awssdk.core.SdkPojo;

/** Objects that copies are made of. */
record SourceObjects(BucketAccess access) {
    private static final String PREFIX = "CopySource";

    /** Opens one, once it is clear that it may be copied. */
    OpenObject open(SdkPojo request, CopySource source) {
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
