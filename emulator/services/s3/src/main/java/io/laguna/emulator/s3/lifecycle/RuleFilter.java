package io.laguna.emulator.s3.lifecycle;

import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.store.object.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleAndOperator;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.Tag;

/** The filter of a lifecycle's rule: the objects that the rule is about. */
record RuleFilter(String prefix, List<Tag> tags, Optional<Long> above, Optional<Long> below) {
    static RuleFilter of(LifecycleRule rule) {
        Optional<LifecycleRuleFilter> filter = Optional.ofNullable(rule.filter());
        Optional<LifecycleRuleAndOperator> and = filter.map(LifecycleRuleFilter::and);
        List<Tag> tags = new ArrayList<>();
        filter.map(LifecycleRuleFilter::tag).ifPresent(tags::add);
        and.ifPresent(each -> tags.addAll(each.tags()));
        return new RuleFilter(
                and.map(LifecycleRuleAndOperator::prefix)
                        .or(() -> filter.map(LifecycleRuleFilter::prefix))
                        .or(() -> Members.value(rule, "Prefix", String.class))
                        .orElse(""),
                List.copyOf(tags),
                and.map(LifecycleRuleAndOperator::objectSizeGreaterThan)
                        .or(() -> filter.map(LifecycleRuleFilter::objectSizeGreaterThan)),
                and.map(LifecycleRuleAndOperator::objectSizeLessThan)
                        .or(() -> filter.map(LifecycleRuleFilter::objectSizeLessThan)));
    }

    boolean takes(StoredObject object) {
        return object.key().startsWith(prefix)
                && tags.stream().allMatch(tag -> tag.value()
                        .equals(object.metadata().tags().get(tag.key())))
                && above.map(size -> object.size() > size).orElse(true)
                && below.map(size -> object.size() < size).orElse(true);
    }
}
