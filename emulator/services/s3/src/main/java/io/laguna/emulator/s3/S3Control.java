package io.laguna.emulator.s3;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.s3.bucket.AccountBlocks;
import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.BucketDocuments;
import io.laguna.emulator.s3.bucket.ResourceTags;
import io.laguna.emulator.s3.store.Store;
import java.util.List;
import software.amazon.awssdk.services.s3control.S3ControlClient;

/** Amazon S3 Control, which AWS has beside S3: of it there are the tags of buckets, and the account's public access block. */
final class S3Control implements Service<S3ControlClient> {
    private final Store store;
    private final BucketDocuments documents;

    S3Control(Store store, BucketDocuments documents) {
        this.store = store;
        this.documents = documents;
    }

    @Override
    public List<S3ControlClient> rooms(Caller caller) {
        return List.of(
                new ResourceTags(new BucketAccess(caller, store), documents),
                new AccountBlocks(caller, store.accounts()));
    }

    /** The store is S3's to close. */
    @Override
    public void close() {}
}
