package io.laguna.pipelines.dryrun;

import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.CreateTopicResponse;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;

/** SNS on paper. Names that AWS would give are in angle brackets. */
final class PaperSns implements SnsClient {
    private static final String SERVICE = "sns";

    private final Paper paper;

    PaperSns(Paper paper) {
        this.paper = paper;
    }

    @Override
    public CreateTopicResponse createTopic(CreateTopicRequest request) {
        paper.write(SERVICE, request);
        return CreateTopicResponse.builder().topicArn("<TopicArn>").build();
    }

    @Override
    public SetTopicAttributesResponse setTopicAttributes(SetTopicAttributesRequest request) {
        paper.write(SERVICE, request);
        return SetTopicAttributesResponse.builder().build();
    }

    @Override
    public SubscribeResponse subscribe(SubscribeRequest request) {
        paper.write(SERVICE, request);
        return SubscribeResponse.builder().subscriptionArn("<SubscriptionArn>").build();
    }

    @Override
    public String serviceName() {
        return SERVICE;
    }

    @Override
    public void close() {}
}
