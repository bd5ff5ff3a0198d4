package io.laguna.emulator.logs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupClass;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyResponse;

/**
 * The operations on log groups.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html">API</a>
 */
final class LogGroups extends Room {
    private static final int LARGEST = 50;
    private static final Set<Integer> DAYS = Set.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    private final Caller caller;
    private final State state;
    private final Clock clock;

    LogGroups(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public CreateLogGroupResponse createLogGroup(CreateLogGroupRequest request) {
        new Constraints()
                .group("logGroupName", request.logGroupName())
                .length("kmsKeyId", request.kmsKeyId(), 0, 256)
                .oneOf("logGroupClass", request.logGroupClassAsString(), LogGroupClass.knownValues())
                .tags(request.tags())
                .check();
        if (request.kmsKeyId() != null) {
            throw Failures.invalid("kmsKeyId is not implemented by Laguna: nothing is encrypted.");
        }
        String logClass = Optional.ofNullable(request.logGroupClassAsString()).orElse("STANDARD");
        state.write(transaction -> {
            if (!new LogRecords(transaction).insertGroup(caller, request.logGroupName(), logClass, clock.millis())) {
                throw Failures.exists("log group");
            }
            Tags.table(transaction).put(GroupRecord.arn(caller, request.logGroupName()), request.tags());
            return logClass;
        });
        return CreateLogGroupResponse.builder().build();
    }

    @Override
    public DeleteLogGroupResponse deleteLogGroup(DeleteLogGroupRequest request) {
        new Constraints().group("logGroupName", request.logGroupName()).check();
        state.write(transaction -> {
            LogRecords records = new LogRecords(transaction);
            GroupRecord group = records.group(caller, request.logGroupName()).orElseThrow(Failures::noGroup);
            records.deleteGroup(group.id());
            Tags.table(transaction).removeAll(GroupRecord.arn(caller, group.name()));
            return group;
        });
        return DeleteLogGroupResponse.builder().build();
    }

    @Override
    public DescribeLogGroupsResponse describeLogGroups(DescribeLogGroupsRequest request) {
        new Constraints()
                .optionalGroup("logGroupNamePrefix", request.logGroupNamePrefix())
                .length("logGroupNamePattern", request.logGroupNamePattern(), 0, 512)
                .token("nextToken", request.nextToken())
                .range("limit", request.limit(), 1, LARGEST)
                .check();
        String prefix = Optional.ofNullable(request.logGroupNamePrefix()).orElse("");
        String pattern = Optional.ofNullable(request.logGroupNamePattern()).orElse("");
        if (!prefix.isEmpty() && !pattern.isEmpty()) {
            throw Failures.invalid("LogGroupNamePrefix and LogGroupNamePattern are mutually exclusive parameters.");
        }
        List<GroupRecord> groups = state.read(handle -> new LogRecords(handle).groups(caller)).stream()
                .filter(group -> group.name().startsWith(prefix) && group.name().contains(pattern))
                .filter(group -> request.logGroupClassAsString() == null
                        || group.logClass().equals(request.logGroupClassAsString()))
                .toList();
        Page<GroupRecord> page = Page.ofSorted(
                groups,
                GroupRecord::name,
                request.nextToken(),
                Page.size(request.limit(), LARGEST),
                Failures::badToken);
        return DescribeLogGroupsResponse.builder()
                .logGroups(page.entries().stream()
                        .map(group -> group.shape(caller))
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public PutRetentionPolicyResponse putRetentionPolicy(PutRetentionPolicyRequest request) {
        new Constraints()
                .group("logGroupName", request.logGroupName())
                .present("retentionInDays", request.retentionInDays())
                .check();
        if (!DAYS.contains(request.retentionInDays())) {
            throw Failures.invalid("1 validation error detected: Value '" + request.retentionInDays()
                    + "' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: "
                    + DAYS.stream().sorted().toList());
        }
        retain(request.logGroupName(), Optional.of(request.retentionInDays()));
        return PutRetentionPolicyResponse.builder().build();
    }

    @Override
    public DeleteRetentionPolicyResponse deleteRetentionPolicy(DeleteRetentionPolicyRequest request) {
        new Constraints().group("logGroupName", request.logGroupName()).check();
        retain(request.logGroupName(), Optional.empty());
        return DeleteRetentionPolicyResponse.builder().build();
    }

    private void retain(String name, Optional<Integer> days) {
        state.write(transaction -> {
            LogRecords records = new LogRecords(transaction);
            records.retain(
                    records.group(caller, name).orElseThrow(Failures::noGroup).id(), days);
            return days;
        });
    }
}
