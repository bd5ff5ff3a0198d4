package io.laguna.emulator.s3.lifecycle;

import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleExpiration;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.NoncurrentVersionExpiration;
import software.amazon.awssdk.services.s3.model.Transition;
import software.amazon.awssdk.services.s3.model.TransitionStorageClass;

/** The constraints on the rules of a lifecycle. */
final class LifecycleRules {
    private static final int MOST_RULES = 1000;
    private static final int LONGEST_ID = 255;

    private LifecycleRules() {}

    /** The rules, each with an id. */
    static List<LifecycleRule> checked(List<LifecycleRule> rules) {
        if (rules.isEmpty() || rules.size() > MOST_RULES) {
            throw Failure.MALFORMED_XML.exception();
        }
        Set<String> ids = new HashSet<>();
        List<LifecycleRule> checked = new ArrayList<>();
        for (LifecycleRule rule : rules) {
            LifecycleRule named =
                    Optional.ofNullable(rule.id()).filter(id -> !id.isEmpty()).isPresent()
                            ? rule
                            : rule.toBuilder().id(UUID.randomUUID().toString()).build();
            if (named.id().length() > LONGEST_ID) {
                throw Failure.INVALID_ARGUMENT.exception("ID length should not exceed allowed limit of 255");
            }
            if (!ids.add(named.id())) {
                throw Failure.INVALID_ARGUMENT.exception(
                        "Rule ID must be unique. Found same ID for more than one rule");
            }
            check(named);
            checked.add(named);
        }
        return checked;
    }

    private static void check(LifecycleRule rule) {
        boolean known = rule.status() == ExpirationStatus.ENABLED || rule.status() == ExpirationStatus.DISABLED;
        boolean prefix = Members.value(rule, "Prefix", String.class).isPresent();
        boolean filter = Optional.ofNullable(rule.filter()).isPresent();
        if (!known || prefix == filter) {
            throw Failure.MALFORMED_XML.exception();
        }
        Optional.ofNullable(rule.filter()).ifPresent(LifecycleRules::check);
        boolean acts = Optional.ofNullable(rule.expiration()).isPresent()
                || Optional.ofNullable(rule.noncurrentVersionExpiration()).isPresent()
                || Optional.ofNullable(rule.abortIncompleteMultipartUpload()).isPresent()
                || !rule.transitions().isEmpty()
                || !rule.noncurrentVersionTransitions().isEmpty();
        if (!acts) {
            throw Failure.INVALID_REQUEST.exception("At least one action needs to be specified in a rule");
        }
        Optional.ofNullable(rule.expiration()).ifPresent(LifecycleRules::check);
        Optional.ofNullable(rule.noncurrentVersionExpiration()).ifPresent(LifecycleRules::check);
        Optional.ofNullable(rule.abortIncompleteMultipartUpload())
                .ifPresent(abort -> positive(
                        "'DaysAfterInitiation' for AbortIncompleteMultipartUpload action",
                        Optional.ofNullable(abort.daysAfterInitiation())));
        rule.transitions().forEach(LifecycleRules::check);
    }

    private static void check(LifecycleRuleFilter filter) {
        long said = Stream.of(
                        filter.prefix(),
                        filter.tag(),
                        filter.objectSizeGreaterThan(),
                        filter.objectSizeLessThan(),
                        filter.and())
                .filter(Objects::nonNull)
                .count();
        if (said > 1) {
            throw Failure.MALFORMED_XML.exception();
        }
    }

    private static void check(LifecycleExpiration expiration) {
        Optional<Integer> days = Optional.ofNullable(expiration.days());
        Optional<Instant> date = Optional.ofNullable(expiration.date());
        Optional<Boolean> marker = Optional.ofNullable(expiration.expiredObjectDeleteMarker());
        long said = Stream.of(days, date, marker).filter(Optional::isPresent).count();
        if (said != 1) {
            throw Failure.MALFORMED_XML.exception();
        }
        days.ifPresent(each -> positive("'Days' for Expiration action", days));
        date.ifPresent(LifecycleRules::midnight);
    }

    private static void check(NoncurrentVersionExpiration expiration) {
        positive(
                "'NoncurrentDays' for NoncurrentVersionExpiration action",
                Optional.ofNullable(expiration.noncurrentDays()));
        Optional.ofNullable(expiration.newerNoncurrentVersions())
                .ifPresent(newer -> positive(
                        "'NewerNoncurrentVersions' for NoncurrentVersionExpiration action", Optional.of(newer)));
    }

    private static void check(Transition transition) {
        boolean known = Optional.ofNullable(transition.storageClass())
                .filter(each -> each != TransitionStorageClass.UNKNOWN_TO_SDK_VERSION)
                .isPresent();
        boolean days = Optional.ofNullable(transition.days()).isPresent();
        boolean date = Optional.ofNullable(transition.date()).isPresent();
        if (!known || (days && date)) {
            throw Failure.MALFORMED_XML.exception();
        }
        if (Optional.ofNullable(transition.days()).orElse(0) < 0) {
            throw Failure.INVALID_ARGUMENT.exception("'Days' in Transition action must be nonnegative");
        }
        Optional.ofNullable(transition.date()).ifPresent(LifecycleRules::midnight);
    }

    private static void midnight(Instant date) {
        if (!date.truncatedTo(ChronoUnit.DAYS).equals(date)) {
            throw Failure.INVALID_ARGUMENT.exception("'Date' must be at midnight GMT");
        }
    }

    private static void positive(String what, Optional<Integer> number) {
        if (number.orElseThrow(Failure.MALFORMED_XML::exception) <= 0) {
            throw Failure.INVALID_ARGUMENT.exception(what + " must be a positive integer");
        }
    }
}
