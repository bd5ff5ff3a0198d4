package io.laguna.pipelines.dryrun;

import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;

/** EventBridge on paper. Names that AWS would give are in angle brackets. */
final class PaperEvents implements EventBridgeClient {
    private static final String SERVICE = "events";

    private final Paper paper;

    PaperEvents(Paper paper) {
        this.paper = paper;
    }

    @Override
    public PutRuleResponse putRule(PutRuleRequest request) {
        paper.write(SERVICE, request);
        return PutRuleResponse.builder()
                .ruleArn("<RuleArn of " + request.name() + ">")
                .build();
    }

    @Override
    public PutTargetsResponse putTargets(PutTargetsRequest request) {
        paper.write(SERVICE, request);
        return PutTargetsResponse.builder().failedEntryCount(0).build();
    }

    @Override
    public String serviceName() {
        return SERVICE;
    }

    @Override
    public void close() {}
}
