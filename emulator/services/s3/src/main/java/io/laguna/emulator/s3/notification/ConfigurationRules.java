package io.laguna.emulator.s3.notification;

import io.laguna.emulator.s3.call.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;

/** The rules that configurations of one bucket keep, by themselves and with one another. */
final class ConfigurationRules {
    private static final int LONGEST_ID = 255;
    private static final int MOST = 100;

    private ConfigurationRules() {}

    /** Checks configurations, and returns them with an id each. */
    static List<LambdaFunctionConfiguration> checked(List<LambdaFunctionConfiguration> asked) {
        if (asked.size() > MOST) {
            throw Failure.INVALID_ARGUMENT.exception("Cannot specify more than " + MOST + " configurations.");
        }
        List<LambdaFunctionConfiguration> named =
                asked.stream().map(ConfigurationRules::named).toList();
        if (named.stream().map(LambdaFunctionConfiguration::id).distinct().count() < named.size()) {
            throw Failure.INVALID_ARGUMENT.exception("Same ID used for multiple configurations. IDs must be unique");
        }
        List<LambdaFunctionConfiguration> before = new ArrayList<>();
        named.forEach(each -> {
            check(each);
            before.forEach(other -> checkApart(other, each));
            before.add(each);
        });
        return named;
    }

    private static LambdaFunctionConfiguration named(LambdaFunctionConfiguration configuration) {
        return Optional.ofNullable(configuration.id())
                        .filter(id -> !id.isEmpty())
                        .isPresent()
                ? configuration
                : configuration.toBuilder().id(UUID.randomUUID().toString()).build();
    }

    private static void check(LambdaFunctionConfiguration configuration) {
        if (configuration.id().length() > LONGEST_ID) {
            throw Failure.INVALID_ARGUMENT.exception("The ID is longer than " + LONGEST_ID + " characters");
        }
        if (configuration.eventsAsStrings().isEmpty() || configuration.lambdaFunctionArn() == null) {
            throw Failure.MALFORMED_XML.exception();
        }
        if (FunctionArn.of(configuration.lambdaFunctionArn()).isEmpty()) {
            throw Failure.INVALID_ARGUMENT.exception("The ARN is not well formed");
        }
        KeyFilter.of(configuration.filter());
        configuration.eventsAsStrings().stream()
                .filter(event -> !EventNames.isKnown(event))
                .findFirst()
                .ifPresent(event -> {
                    throw Failure.INVALID_ARGUMENT.exception(
                            "A specified event is not supported for notifications: " + event);
                });
    }

    private static void checkApart(LambdaFunctionConfiguration one, LambdaFunctionConfiguration other) {
        boolean events = one.eventsAsStrings().stream()
                .anyMatch(event -> other.eventsAsStrings().stream().anyMatch(each -> EventNames.overlap(event, each)));
        if (events && KeyFilter.of(one.filter()).overlaps(KeyFilter.of(other.filter()))) {
            boolean plain = one.filter() == null && other.filter() == null;
            throw Failure.INVALID_ARGUMENT.exception(
                    plain
                            ? "Configurations overlap. Configurations on the same bucket cannot share a common event type."
                            : "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the"
                                    + " prefixes are overlapping for the same event type.");
        }
    }
}
