package io.laguna.emulator.logs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogStreamResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogStreamRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogStreamResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OrderBy;

/**
 * The operations on log streams.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html">API</a>
 */
final class LogStreams extends Room {
    private static final int LARGEST = 50;

    private final Caller caller;
    private final State state;
    private final Clock clock;

    LogStreams(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public CreateLogStreamResponse createLogStream(CreateLogStreamRequest request) {
        new Constraints()
                .group("logGroupName", request.logGroupName()).stream("logStreamName", request.logStreamName())
                        .check();
        state.write(transaction -> {
            LogRecords records = new LogRecords(transaction);
            GroupRecord group = records.group(caller, request.logGroupName()).orElseThrow(Failures::noGroup);
            if (!records.insertStream(group.id(), request.logStreamName(), clock.millis())) {
                throw Failures.exists("log stream");
            }
            return group;
        });
        return CreateLogStreamResponse.builder().build();
    }

    @Override
    public DeleteLogStreamResponse deleteLogStream(DeleteLogStreamRequest request) {
        new Constraints()
                .group("logGroupName", request.logGroupName()).stream("logStreamName", request.logStreamName())
                        .check();
        state.write(transaction -> {
            LogRecords records = new LogRecords(transaction);
            GroupRecord group = records.group(caller, request.logGroupName()).orElseThrow(Failures::noGroup);
            records.deleteStream(records.stream(group.id(), request.logStreamName())
                    .orElseThrow(Failures::noStream)
                    .id());
            return group;
        });
        return DeleteLogStreamResponse.builder().build();
    }

    @Override
    public DescribeLogStreamsResponse describeLogStreams(DescribeLogStreamsRequest request) {
        new Constraints()
                .optionalGroup("logGroupName", request.logGroupName())
                .optionalStream("logStreamNamePrefix", request.logStreamNamePrefix())
                .oneOf("orderBy", request.orderByAsString(), OrderBy.knownValues())
                .token("nextToken", request.nextToken())
                .range("limit", request.limit(), 1, LARGEST)
                .check();
        String name = GroupName.of(request.logGroupName(), request.logGroupIdentifier());
        String prefix = Optional.ofNullable(request.logStreamNamePrefix()).orElse("");
        boolean byTime = request.orderBy() == OrderBy.LAST_EVENT_TIME;
        if (byTime && !prefix.isEmpty()) {
            throw Failures.invalid("Cannot order by LastEventTime with a logStreamNamePrefix.");
        }
        List<StreamRecord> streams = state.read(handle -> {
            LogRecords records = new LogRecords(handle);
            return records.streams(
                    records.group(caller, name).orElseThrow(Failures::noGroup).id());
        });
        Function<StreamRecord, String> key = byTime ? StreamRecord::lastEventKey : StreamRecord::name;
        Comparator<StreamRecord> order = Comparator.comparing(key);
        boolean descending = Optional.ofNullable(request.descending()).orElse(false);
        Page<StreamRecord> page = Page.ofOrdered(
                streams.stream()
                        .filter(stream -> stream.name().startsWith(prefix))
                        .sorted(descending ? order.reversed() : order)
                        .toList(),
                StreamRecord::name,
                request.nextToken(),
                Page.size(request.limit(), LARGEST),
                Failures::badToken);
        return DescribeLogStreamsResponse.builder()
                .logStreams(page.entries().stream()
                        .map(stream -> stream.shape(caller, name))
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }
}
