package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.store.layout.AccountDocuments;
import java.util.Optional;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.DeletePublicAccessBlockResponse;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3control.model.NoSuchPublicAccessBlockConfigurationException;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3control.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3control.model.PutPublicAccessBlockResponse;

/**
 * The public access block of an account. It is kept and answered; the blocks of the buckets alone decide.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutPublicAccessBlock.html">PutPublicAccessBlock</a>
 */
public final class AccountBlocks implements S3ControlClient {
    private static final String DOCUMENT = "public-access-block";

    private final Caller caller;
    private final AccountDocuments documents;

    public AccountBlocks(Caller caller, AccountDocuments documents) {
        this.caller = caller;
        this.documents = documents;
    }

    @Override
    public GetPublicAccessBlockResponse getPublicAccessBlock(GetPublicAccessBlockRequest request) {
        requireOwn(request.accountId());
        PublicAccessBlockConfiguration block = documents
                .document(caller.accountId(), DOCUMENT)
                .map(text -> ShapeJson.read(text, PublicAccessBlockConfiguration.builder()))
                .orElseThrow(() -> NoSuchPublicAccessBlockConfigurationException.builder()
                        .message(Failure.NO_SUCH_PUBLIC_ACCESS_BLOCK.message())
                        .build());
        return GetPublicAccessBlockResponse.builder()
                .publicAccessBlockConfiguration(block)
                .build();
    }

    @Override
    public PutPublicAccessBlockResponse putPublicAccessBlock(PutPublicAccessBlockRequest request) {
        requireOwn(request.accountId());
        PublicAccessBlockConfiguration asked = Optional.ofNullable(request.publicAccessBlockConfiguration())
                .orElseThrow(Failure.MALFORMED_XML::exception);
        documents.put(
                caller.accountId(),
                DOCUMENT,
                ShapeJson.write(PublicAccessBlockConfiguration.builder()
                        .blockPublicAcls(Boolean.TRUE.equals(asked.blockPublicAcls()))
                        .ignorePublicAcls(Boolean.TRUE.equals(asked.ignorePublicAcls()))
                        .blockPublicPolicy(Boolean.TRUE.equals(asked.blockPublicPolicy()))
                        .restrictPublicBuckets(Boolean.TRUE.equals(asked.restrictPublicBuckets()))
                        .build()));
        return PutPublicAccessBlockResponse.builder().build();
    }

    /** Removes a block that may be there or not. */
    @Override
    public DeletePublicAccessBlockResponse deletePublicAccessBlock(DeletePublicAccessBlockRequest request) {
        requireOwn(request.accountId());
        documents.remove(caller.accountId(), DOCUMENT);
        return DeletePublicAccessBlockResponse.builder().build();
    }

    private void requireOwn(String account) {
        if (!caller.accountId().equals(account)) {
            throw Failure.ACCESS_DENIED.exception();
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    /** A room holds nothing of its own. */
    @Override
    public void close() {}
}
