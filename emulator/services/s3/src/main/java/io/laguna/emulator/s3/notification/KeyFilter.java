package io.laguna.emulator.s3.notification;

import io.laguna.emulator.s3.call.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.NotificationConfigurationFilter;
import software.amazon.awssdk.services.s3.model.S3KeyFilter;

/** The keys of which a configuration wants to know. */
record KeyFilter(String prefix, String suffix) {
    /** Reads a filter; without one all keys are wanted. */
    static KeyFilter of(Optional<NotificationConfigurationFilter> filter) {
        List<FilterRule> rules = filter.map(NotificationConfigurationFilter::key)
                .map(S3KeyFilter::filterRules)
                .orElse(List.of());
        return new KeyFilter(value(rules, "prefix"), value(rules, "suffix"));
    }

    private static String value(List<FilterRule> rules, String name) {
        List<String> values = rules.stream()
                .filter(rule -> name(rule).equals(name))
                .map(rule -> Optional.ofNullable(rule.value()).orElse(""))
                .toList();
        if (values.size() > 1) {
            throw Failure.INVALID_ARGUMENT.exception("Cannot specify more than one " + name + " rule in a filter.");
        }
        if (rules.stream().map(KeyFilter::name).anyMatch(each -> !List.of("prefix", "suffix")
                .contains(each))) {
            throw Failure.INVALID_ARGUMENT.exception("filter rule name must be either prefix or suffix");
        }
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Returns a rule's name, which clients write in either case. */
    private static String name(FilterRule rule) {
        return Optional.ofNullable(rule.nameAsString()).orElse("").toLowerCase(Locale.ROOT);
    }

    boolean wants(String key) {
        return key.startsWith(prefix)
                && key.endsWith(suffix)
                && key.length() >= Math.max(prefix.length(), suffix.length());
    }

    /** Tells whether there may be a key that both want. */
    boolean overlaps(KeyFilter other) {
        boolean beginnings = prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix);
        boolean ends = suffix.endsWith(other.suffix) || other.suffix.endsWith(suffix);
        return beginnings && ends;
    }
}
