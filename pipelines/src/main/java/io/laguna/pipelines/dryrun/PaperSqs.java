package io.laguna.pipelines.dryrun;

import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesResponse;

/** SQS on paper. Names that AWS would give are in angle brackets. */
final class PaperSqs implements SqsClient {
    private static final String SERVICE = "sqs";

    private final Paper paper;

    PaperSqs(Paper paper) {
        this.paper = paper;
    }

    @Override
    public CreateQueueResponse createQueue(CreateQueueRequest request) {
        paper.write(SERVICE, request);
        return CreateQueueResponse.builder().queueUrl("<QueueUrl>").build();
    }

    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
        paper.write(SERVICE, request);
        return GetQueueAttributesResponse.builder()
                .attributes(Map.of(QueueAttributeName.QUEUE_ARN, "<QueueArn>"))
                .build();
    }

    @Override
    public SetQueueAttributesResponse setQueueAttributes(SetQueueAttributesRequest request) {
        paper.write(SERVICE, request);
        return SetQueueAttributesResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE;
    }

    @Override
    public void close() {}
}
