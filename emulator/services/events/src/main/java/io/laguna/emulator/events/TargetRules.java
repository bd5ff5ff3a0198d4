package io.laguna.emulator.events;

import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.model.RetryPolicy;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** The rules that a target satisfies before it is kept: Laguna refuses what it would not honour. */
final class TargetRules {
    private static final int LONGEST_AGE = 86_400;
    private static final int SHORTEST_AGE = 60;
    private static final int MOST_ATTEMPTS = 185;

    private TargetRules() {}

    static void checkId(String id) {
        if (id == null || !id.matches("[.A-Za-z0-9_-]{1,64}")) {
            throw Failures.validation("1 validation error detected: Value '"
                    + Optional.ofNullable(id).orElse("null").replace('\0', '?')
                    + "' at 'targets.1.member.id' failed to satisfy constraint: Member must satisfy regular expression"
                    + " pattern: [\\.\\-_A-Za-z0-9]+");
        }
    }

    static void check(Target target) {
        checkId(target.id());
        TargetArn arn = TargetArn.find(target.arn())
                .orElseThrow(() ->
                        Failures.parameter(String.valueOf(target.arn()), "Provided Arn is not in correct format."));
        checkKind(arn, target);
        checkInput(target);
        if (target.ecsParameters() != null
                || target.batchParameters() != null
                || target.kinesisParameters() != null
                || target.runCommandParameters() != null
                || target.httpParameters() != null
                || target.sageMakerPipelineParameters() != null
                || target.appSyncParameters() != null) {
            throw Failures.validation("Laguna knows of a target's parameters those of SQS and Redshift only.");
        }
        Optional.ofNullable(target.retryPolicy()).ifPresent(TargetRules::check);
        Optional.ofNullable(target.deadLetterConfig())
                .filter(letters -> TargetArn.find(letters.arn())
                        .filter(queue -> queue.service().equals("sqs"))
                        .isEmpty())
                .ifPresent(letters -> {
                    throw Failures.parameter("DeadLetterConfig.Arn", "it must be the ARN of a queue.");
                });
    }

    private static void checkKind(TargetArn arn, Target target) {
        boolean known =
                switch (arn.service()) {
                    case "sqs", "sns" -> true;
                    case "lambda" -> arn.behind("function:").isPresent();
                    case "logs" -> arn.behind("log-group:").isPresent();
                    case "events" -> arn.behind("event-bus/").isPresent();
                    case "glue" -> arn.behind("workflow/").isPresent();
                    case "redshift" -> arn.behind("cluster:").isPresent();
                    case "redshift-serverless" -> arn.behind("workgroup/").isPresent();
                    default -> false;
                };
        if (!known) {
            throw Failures.validation("not implemented by Laguna as a target: " + target.arn()
                    + ". Targets are queues, topics, functions, log groups, event buses, workflows of Glue,"
                    + " and clusters and workgroups of Redshift.");
        }
        if (arn.service().startsWith("redshift")) {
            RedshiftTarget.check(target);
        }
        if (arn.service().equals("sqs")
                && arn.resource().endsWith(".fifo")
                && (target.sqsParameters() == null || target.sqsParameters().messageGroupId() == null)) {
            throw Failures.parameter("SqsParameters", "a FIFO queue needs a MessageGroupId.");
        }
    }

    private static void checkInput(Target target) {
        int given = (target.input() == null ? 0 : 1)
                + (target.inputPath() == null ? 0 : 1)
                + (target.inputTransformer() == null ? 0 : 1);
        if (given > 1) {
            throw Failures.validation("Only one of Input, InputPath, or InputTransformer must be provided for target "
                    + target.id() + ".");
        }
        if (target.input() != null) {
            TargetInput.requireJson(target.input(), "Input for target " + target.id());
        }
        if (target.inputTransformer() != null) {
            TargetInput.check(target.inputTransformer(), target.id());
        }
    }

    private static void check(RetryPolicy policy) {
        Integer age = policy.maximumEventAgeInSeconds();
        Integer attempts = policy.maximumRetryAttempts();
        if (age != null && (age < SHORTEST_AGE || age > LONGEST_AGE)) {
            throw Failures.parameter("RetryPolicy.MaximumEventAgeInSeconds", "it is between 60 and 86400.");
        }
        if (attempts != null && (attempts < 0 || attempts > MOST_ATTEMPTS)) {
            throw Failures.parameter("RetryPolicy.MaximumRetryAttempts", "it is between 0 and 185.");
        }
    }
}
