package io.laguna.emulator.logs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.state.TagTable;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagResourceResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagResourceResponse;

/**
 * Tags of log groups.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TagResource.html">TagResource</a>
 */
final class Tags extends Room {
    private final Caller caller;
    private final State state;

    Tags(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    /** Returns the tags of all groups, by their ARNs without a star. */
    static TagTable table(Handle handle) {
        return new TagTable(handle, "logs_tag", "resource");
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        new Constraints().tags(request.tags()).check();
        String arn = arn(request.resourceArn());
        state.write(transaction -> {
            require(transaction, arn);
            table(transaction).put(arn, request.tags());
            Map<String, String> all = table(transaction).of(arn);
            new Constraints().tags(all).check();
            return all;
        });
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        String arn = arn(request.resourceArn());
        state.write(transaction -> {
            require(transaction, arn);
            table(transaction).remove(arn, request.tagKeys());
            return List.of();
        });
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        String arn = arn(request.resourceArn());
        return state.read(handle -> {
            require(handle, arn);
            return ListTagsForResourceResponse.builder()
                    .tags(table(handle).of(arn))
                    .build();
        });
    }

    /** Tags a group by its name, as clients did before resources had ARNs here. */
    @Override
    @SuppressWarnings("deprecation")
    public TagLogGroupResponse tagLogGroup(TagLogGroupRequest request) {
        new Constraints().group("logGroupName", request.logGroupName()).check();
        tagResource(TagResourceRequest.builder()
                .resourceArn(GroupRecord.arn(caller, request.logGroupName()))
                .tags(request.tags())
                .build());
        return TagLogGroupResponse.builder().build();
    }

    @Override
    @SuppressWarnings("deprecation")
    public UntagLogGroupResponse untagLogGroup(UntagLogGroupRequest request) {
        new Constraints().group("logGroupName", request.logGroupName()).check();
        untagResource(UntagResourceRequest.builder()
                .resourceArn(GroupRecord.arn(caller, request.logGroupName()))
                .tagKeys(request.tags())
                .build());
        return UntagLogGroupResponse.builder().build();
    }

    @Override
    @SuppressWarnings("deprecation")
    public ListTagsLogGroupResponse listTagsLogGroup(ListTagsLogGroupRequest request) {
        new Constraints().group("logGroupName", request.logGroupName()).check();
        String arn = GroupRecord.arn(caller, request.logGroupName());
        return ListTagsLogGroupResponse.builder()
                .tags(listTagsForResource(list -> list.resourceArn(arn)).tags())
                .build();
    }

    private static String arn(String given) {
        new Constraints()
                .present("resourceArn", given)
                .length("resourceArn", given, 1, 1011)
                .check();
        return given.replaceFirst(":\\*$", "");
    }

    private void require(Handle handle, String arn) {
        String beginning = GroupRecord.arn(caller, "");
        if (!arn.startsWith(beginning)
                || new LogRecords(handle)
                        .group(caller, arn.substring(beginning.length()))
                        .isEmpty()) {
            throw Failures.notFound("The specified resource does not exist.");
        }
    }
}
