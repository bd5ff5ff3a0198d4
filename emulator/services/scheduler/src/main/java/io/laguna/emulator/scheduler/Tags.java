package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.scheduler.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.scheduler.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.scheduler.model.Tag;
import software.amazon.awssdk.services.scheduler.model.TagResourceRequest;
import software.amazon.awssdk.services.scheduler.model.TagResourceResponse;
import software.amazon.awssdk.services.scheduler.model.UntagResourceRequest;
import software.amazon.awssdk.services.scheduler.model.UntagResourceResponse;

/**
 * The operations on tags of schedule groups; schedules have no tags.
 *
 * <p>https://docs.aws.amazon.com/scheduler/latest/APIReference/API_TagResource.html
 */
final class Tags extends Room {
    private static final int MOST = 50;
    private static final Pattern ARN =
            Pattern.compile("arn:aws(?:-[a-z]+)?:scheduler:([a-z0-9\\-]+):(\\d{12}):schedule-group/([0-9a-zA-Z-_.]+)");

    private final Caller caller;
    private final State state;
    private final Clock clock;

    public Tags(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        return with(request.resourceArn(), (groups, group) -> {
            put(groups, group, request.tags());
            return TagResourceResponse.builder().build();
        });
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        return with(request.resourceArn(), (groups, group) -> {
            groups.tags().remove(group.id(), request.tagKeys());
            return UntagResourceResponse.builder().build();
        });
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        return with(request.resourceArn(), (groups, group) -> ListTagsForResourceResponse.builder()
                .tags(groups.tags().of(group.id()).entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build());
    }

    /** Adds tags; tags with the same key are replaced. */
    static void put(GroupRecords groups, GroupRecord group, List<Tag> tags) {
        Constraints constraints = new Constraints();
        tags.forEach(tag -> constraints
                .present("tags.member.key", tag.key())
                .length("tags.member.key", tag.key(), 1, 128)
                .present("tags.member.value", tag.value())
                .length("tags.member.value", tag.value(), 1, 256));
        constraints.check();
        groups.tags()
                .put(group.id(), tags.stream().collect(Collectors.toMap(Tag::key, Tag::value, (first, last) -> last)));
        if (groups.tags().of(group.id()).size() > MOST) {
            throw Failures.invalid("A schedule group may have " + MOST + " tags.");
        }
    }

    private <T> T with(String arn, BiFunction<GroupRecords, GroupRecord, T> work) {
        new Constraints().present("resourceArn", arn).check();
        Matcher parts = ARN.matcher(arn);
        if (!parts.matches()) {
            throw Failures.invalid("Not the ARN of a schedule group: " + arn);
        }
        if (!parts.group(1).equals(caller.region()) || !parts.group(2).equals(caller.accountId())) {
            throw Failures.noGroup(parts.group(3));
        }
        return state.write(transaction -> {
            GroupRecords groups = new GroupRecords(transaction);
            groups.makeDefault(caller, clock.instant());
            return work.apply(groups, groups.get(caller, parts.group(3)));
        });
    }
}
