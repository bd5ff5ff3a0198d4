package io.laguna.emulator.s3.notification;

import io.laguna.emulator.s3.call.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;

/** The rules that the configurations of one bucket keep, by themselves and with one another. */
final class ConfigurationRules {
    private static final int LONGEST_ID = 255;
    private static final int MOST = 100;

    private ConfigurationRules() {}

    /** Checks a configuration, and returns it with an id for each of its rules. */
    static NotificationConfiguration checked(NotificationConfiguration asked) {
        NotificationConfiguration named = named(asked);
        List<NotificationRule> rules = NotificationRule.of(named);
        if (rules.size() > MOST) {
            throw Failure.INVALID_ARGUMENT.exception("Cannot specify more than " + MOST + " configurations.");
        }
        if (rules.stream().map(NotificationRule::id).distinct().count() < rules.size()) {
            throw Failure.INVALID_ARGUMENT.exception("Same ID used for multiple configurations. IDs must be unique");
        }
        List<NotificationRule> before = new ArrayList<>();
        rules.forEach(each -> {
            check(each);
            before.forEach(other -> checkApart(other, each));
            before.add(each);
        });
        return named;
    }

    private static NotificationConfiguration named(NotificationConfiguration asked) {
        return asked.toBuilder()
                .lambdaFunctionConfigurations(asked.lambdaFunctionConfigurations().stream()
                        .map(each -> each.copy(copy -> copy.id(named(each.id()))))
                        .toList())
                .queueConfigurations(asked.queueConfigurations().stream()
                        .map(each -> each.copy(copy -> copy.id(named(each.id()))))
                        .toList())
                .topicConfigurations(asked.topicConfigurations().stream()
                        .map(each -> each.copy(copy -> copy.id(named(each.id()))))
                        .toList())
                .build();
    }

    private static String named(String id) {
        return Optional.ofNullable(id).filter(given -> !given.isEmpty()).orElseGet(() -> UUID.randomUUID()
                .toString());
    }

    private static void check(NotificationRule rule) {
        if (rule.id().length() > LONGEST_ID) {
            throw Failure.INVALID_ARGUMENT.exception("The ID is longer than " + LONGEST_ID + " characters");
        }
        if (rule.events().isEmpty() || rule.arn().isEmpty()) {
            throw Failure.MALFORMED_XML.exception();
        }
        DestinationArn destination = rule.arn()
                .flatMap(arn -> DestinationArn.of(rule.kind(), arn))
                .orElseThrow(() -> Failure.INVALID_ARGUMENT.exception("The ARN is not well formed"));
        if (destination.isFifo()) {
            throw Failure.INVALID_ARGUMENT.exception(
                    destination.kind() == DestinationArn.Kind.QUEUE
                            ? "FIFO SQS queues are not supported."
                            : "FIFO SNS topics are not supported.");
        }
        rule.keys();
        rule.events().stream()
                .filter(event -> !EventNames.isKnown(event))
                .findFirst()
                .ifPresent(event -> {
                    throw Failure.INVALID_ARGUMENT.exception(
                            "A specified event is not supported for notifications: " + event);
                });
    }

    private static void checkApart(NotificationRule one, NotificationRule other) {
        boolean events = one.events().stream()
                .anyMatch(event -> other.events().stream().anyMatch(each -> EventNames.overlap(event, each)));
        if (events && one.keys().overlaps(other.keys())) {
            boolean plain = one.filter().isEmpty() && other.filter().isEmpty();
            throw Failure.INVALID_ARGUMENT.exception(
                    plain
                            ? "Configurations overlap. Configurations on the same bucket cannot share a common event type."
                            : "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the"
                                    + " prefixes are overlapping for the same event type.");
        }
    }
}
