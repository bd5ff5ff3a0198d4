package io.laguna.emulator.s3.notification;

import io.laguna.emulator.s3.notification.DestinationArn.Kind;
import io.laguna.emulator.s3.store.object.ObjectEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfigurationFilter;

/**
 * A rule of a bucket: whom it tells of which events of which keys.
 *
 * @param arn as it was given
 */
record NotificationRule(
        String id,
        Kind kind,
        Optional<String> arn,
        List<String> events,
        Optional<NotificationConfigurationFilter> filter) {
    /** Returns the rules of a configuration: functions, then queues, then topics. */
    static List<NotificationRule> of(NotificationConfiguration configuration) {
        return Stream.of(
                        configuration.lambdaFunctionConfigurations().stream()
                                .map(each -> new NotificationRule(
                                        each.id(),
                                        Kind.FUNCTION,
                                        Optional.ofNullable(each.lambdaFunctionArn()),
                                        each.eventsAsStrings(),
                                        Optional.ofNullable(each.filter()))),
                        configuration.queueConfigurations().stream()
                                .map(each -> new NotificationRule(
                                        each.id(),
                                        Kind.QUEUE,
                                        Optional.ofNullable(each.queueArn()),
                                        each.eventsAsStrings(),
                                        Optional.ofNullable(each.filter()))),
                        configuration.topicConfigurations().stream()
                                .map(each -> new NotificationRule(
                                        each.id(),
                                        Kind.TOPIC,
                                        Optional.ofNullable(each.topicArn()),
                                        each.eventsAsStrings(),
                                        Optional.ofNullable(each.filter()))))
                .flatMap(rules -> rules)
                .toList();
    }

    /** Returns whom it tells, of a rule that has been checked. */
    DestinationArn destination() {
        return arn.flatMap(text -> DestinationArn.of(kind, text)).orElseThrow();
    }

    KeyFilter keys() {
        return KeyFilter.of(filter);
    }

    boolean wants(ObjectEvent event) {
        return events.stream().anyMatch(name -> EventNames.asks(name, event.name())) && keys().wants(event.key());
    }
}
