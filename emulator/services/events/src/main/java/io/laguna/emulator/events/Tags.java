package io.laguna.emulator.events;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.eventbridge.model.Tag;
import software.amazon.awssdk.services.eventbridge.model.TagResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.TagResourceResponse;
import software.amazon.awssdk.services.eventbridge.model.UntagResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.UntagResourceResponse;

/**
 * The tags of event buses and of rules.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TagResource.html">TagResource</a>
 */
final class Tags extends Room {
    private static final Pattern RULE =
            Pattern.compile("arn:aws[a-z-]*:events:([a-z0-9-]+):(\\d{12}):rule/(?:([^/]+)/)?([.A-Za-z0-9_-]{1,64})");
    private static final int MOST = 50;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private final Caller caller;
    private final State state;
    private final Clock clock;

    Tags(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    static Map<String, String> map(List<Tag> tags) {
        Map<String, String> map = new TreeMap<>();
        for (Tag tag : tags) {
            String key = Optional.ofNullable(tag.key()).orElse("");
            String value = Optional.ofNullable(tag.value()).orElse("");
            boolean broken = key.isEmpty()
                    || key.length() > LONGEST_KEY
                    || value.length() > LONGEST_VALUE
                    || (key + value).indexOf('\0') >= 0;
            if (broken) {
                throw Failures.validation("A tag's key has 1 to 128 characters, its value at most 256.");
            }
            map.put(key, value);
        }
        if (map.size() > MOST) {
            throw Failures.limit("A resource has at most 50 tags.");
        }
        return map;
    }

    /** Returns the ARN of a bus or a rule that is there. */
    private String require(Handle handle, String arn) {
        String given = Optional.ofNullable(arn).orElse("");
        Matcher rule = RULE.matcher(given);
        BusRecords buses = new BusRecords(handle);
        if (rule.matches()) {
            Caller owner = new Caller(rule.group(2), rule.group(1));
            String bus = Optional.ofNullable(rule.group(3)).orElse(BusRecord.DEFAULT);
            return buses.find(owner, bus, clock.instant())
                    .flatMap(found -> new RuleRecords(handle).find(found, rule.group(4)))
                    .map(RuleRecord::arn)
                    .orElseThrow(() -> Failures.noRule(rule.group(4), bus));
        }
        if (!given.startsWith("arn:")) {
            throw Failures.notFound("Resource " + given.replace('\0', '?') + " does not exist.");
        }
        return buses.require(caller, given, clock.instant()).arn();
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        Map<String, String> tags = map(request.tags());
        state.write(transaction -> {
            String arn = require(transaction, request.resourceARN());
            RuleRecords rules = new RuleRecords(transaction);
            rules.tags().put(arn, tags);
            if (rules.tags().of(arn).size() > MOST) {
                throw Failures.limit("A resource has at most 50 tags.");
            }
            return arn;
        });
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        state.write(transaction -> {
            String arn = require(transaction, request.resourceARN());
            new RuleRecords(transaction).tags().remove(arn, request.tagKeys());
            return arn;
        });
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        Map<String, String> tags = state.write(
                transaction -> new RuleRecords(transaction).tags().of(require(transaction, request.resourceARN())));
        return ListTagsForResourceResponse.builder()
                .tags(tags.entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
    }
}
