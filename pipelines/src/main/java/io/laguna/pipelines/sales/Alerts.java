package io.laguna.pipelines.sales;

import io.laguna.pipelines.follow.Questions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The way of an alert: a rule sees a job of the pipeline fail, and a topic tells a queue and a reader of e-mail.
 *
 * @param topic its ARN
 * @param queue its address
 */
record Alerts(SqsClient sqs, Questions questions, String topic, String queue) {
    private static final String PATTERN =
            """
            {"source": ["aws.glue"], "detail-type": ["Glue Job State Change"],
             "detail": {"jobName": ["%s", "%s"], "state": ["FAILED", "TIMEOUT", "STOPPED"]}}"""
                    .formatted(Names.CLEAN_JOB, Names.LOAD_JOB);

    /** Makes the rule, the topic and the queue. */
    static Alerts make(
            EventBridgeClient events, SnsClient sns, SqsClient sqs, Optional<String> email, Questions questions) {
        String topic = sns.createTopic(create -> create.name(Names.ALERTS)).topicArn();
        sns.setTopicAttributes(attribute -> attribute
                .topicArn(topic)
                .attributeName("Policy")
                .attributeValue(policy("events.amazonaws.com", "sns:Publish", topic)));
        String queue = sqs.createQueue(create -> create.queueName(Names.ALERTS)).queueUrl();
        String arn = sqs.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        sqs.setQueueAttributes(set -> set.queueUrl(queue)
                .attributes(Map.of(QueueAttributeName.POLICY, policy("sns.amazonaws.com", "sqs:SendMessage", arn))));
        sns.subscribe(subscribe -> subscribe
                .topicArn(topic)
                .protocol("sqs")
                .endpoint(arn)
                .attributes(Map.of("RawMessageDelivery", "true")));
        email.ifPresent(address -> sns.subscribe(
                subscribe -> subscribe.topicArn(topic).protocol("email").endpoint(address)));
        events.putRule(rule -> rule.name(Names.FAILED_RULE).eventPattern(PATTERN));
        Target alerts = Target.builder()
                .id("alerts")
                .arn(topic)
                .inputTransformer(text -> text.inputPathsMap(Map.of(
                                "job", "$.detail.jobName",
                                "state", "$.detail.state",
                                "why", "$.detail.message"))
                        .inputTemplate("\"The job <job> has ended as <state>: <why>\""))
                .build();
        events.putTargets(targets -> targets.rule(Names.FAILED_RULE).targets(alerts));
        return new Alerts(sqs, questions, topic, queue);
    }

    private static String policy(String service, String action, String resource) {
        return """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "%s"}, "Action": "%s",
                "Resource": "%s"}]}"""
                .formatted(service, action, resource);
    }

    /** Waits for the alert of a run that has failed, takes it from the queue and returns its words. */
    String take() {
        List<Message> messages = questions.until(
                "The alert",
                questions.patience().deadline(),
                () -> sqs.receiveMessage(receive -> receive.queueUrl(queue).waitTimeSeconds(5))
                        .messages(),
                found -> !found.isEmpty());
        Message message = messages.get(0);
        sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));
        return message.body();
    }
}
