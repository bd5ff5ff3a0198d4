package io.laguna.emulator.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** Tests of log events as clients write, read and search them. */
@ExtendWith(LogsLake.class)
class LogEventsTest {
    private static final String GROUP = "/test/events";
    private final long now = System.currentTimeMillis();
    private final Logs service;
    private final CloudWatchLogsClient logs;

    LogEventsTest(LogsLake.Running lake) {
        this.service = lake.open();
        this.logs = Rooms.of(CloudWatchLogsClient.class, service.rooms(EngineLake.CALLER))
                .client();
    }

    @BeforeEach
    void make() {
        logs.createLogGroup(create -> create.logGroupName(GROUP));
        logs.createLogStream(create -> create.logGroupName(GROUP).logStreamName("a"));
        logs.createLogStream(create -> create.logGroupName(GROUP).logStreamName("b"));
    }

    @AfterEach
    void delete() {
        logs.deleteLogGroup(delete -> delete.logGroupName(GROUP));
        service.close();
    }

    @Test
    void aStreamIsReadForwardsFromItsHeadAndBackwardsFromItsEnd() {
        put("a", LongStream.range(0, 5).toArray());

        GetLogEventsResponse head = read("a", true, 2, null);
        assertThat(messages(head)).containsExactly("m0", "m1");
        GetLogEventsResponse next = read("a", true, 2, head.nextForwardToken());
        assertThat(messages(next)).containsExactly("m2", "m3");
        assertThat(messages(read("a", true, 2, next.nextBackwardToken()))).containsExactly("m0", "m1");
        GetLogEventsResponse end = read("a", true, 2, next.nextForwardToken());
        assertThat(messages(end)).containsExactly("m4");
        GetLogEventsResponse nothing = read("a", true, 2, end.nextForwardToken());
        assertThat(nothing.events()).isEmpty();
        assertThat(nothing.nextForwardToken()).isEqualTo(end.nextForwardToken());
        put("a", 5);
        assertThat(messages(read("a", true, 2, nothing.nextForwardToken()))).containsExactly("m5");
        assertThat(messages(read("a", false, 2, null))).containsExactly("m4", "m5");
    }

    @Test
    void streamsOfAGroupAreSearchedTogetherInTheOrderOfTime() {
        put("a", 0, 2);
        put("b", 1, 3);

        assertThat(logs.filterLogEventsPaginator(
                                filter -> filter.logGroupName(GROUP).limit(1))
                        .events())
                .extracting(FilteredLogEvent::message)
                .containsExactly("m0", "m1", "m2", "m3");
        assertThat(logs.filterLogEvents(filter -> filter.logGroupName(GROUP).logStreamNames("b"))
                        .events())
                .extracting(FilteredLogEvent::logStreamName)
                .containsExactly("b", "b");
        assertThat(logs.filterLogEvents(filter -> filter.logGroupIdentifier(GroupRecord.arn(EngineLake.CALLER, GROUP))
                                .filterPattern("?m1 ?m2")
                                .startTime(now + 2))
                        .events())
                .extracting(FilteredLogEvent::message)
                .containsExactly("m2");
        assertThat(logs.filterLogEvents(filter -> filter.logGroupName(GROUP).endTime(now + 1))
                        .events())
                .extracting(FilteredLogEvent::eventId)
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThatThrownBy(() -> logs.filterLogEvents(
                        filter -> filter.logGroupName(GROUP).logStreamNames("none")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("log stream");
    }

    @Test
    void whatIsTooOldOrTooNewIsRejectedAndTold() {
        PutLogEventsResponse answer = put(
                "a",
                -Duration.ofDays(15).toMillis(),
                -Duration.ofDays(1).toMillis(),
                0,
                Duration.ofHours(3).toMillis());

        assertThat(answer.rejectedLogEventsInfo().tooOldLogEventEndIndex()).isEqualTo(1);
        assertThat(answer.rejectedLogEventsInfo().tooNewLogEventStartIndex()).isEqualTo(3);
        assertThat(read("a", true, 10, null).events()).hasSize(2);
    }

    @Test
    void eventsComeInTheOrderOfTheirTimes() {
        assertThatThrownBy(() -> put("a", 2, 1))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("chronological");
        assertThatThrownBy(() -> put("none", 1)).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void streamsTellOfTheirEvents() {
        put("b", 7);
        put("a", 9);

        List<LogStream> streams = logs.describeLogStreams(describe ->
                        describe.logGroupName(GROUP).orderBy("LastEventTime").descending(true))
                .logStreams();

        assertThat(streams).extracting(LogStream::logStreamName).containsExactly("a", "b");
        assertThat(streams.get(0).lastEventTimestamp()).isEqualTo(now + 9);
        assertThat(logs.describeLogGroups(describe -> describe.logGroupNamePrefix("/test/ev"))
                        .logGroups())
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.arn()).endsWith(":log-group:" + GROUP + ":*");
                    assertThat(group.storedBytes()).isEqualTo(2 * (26 + 2));
                });
        assertThatThrownBy(() -> logs.createLogGroup(create -> create.logGroupName(GROUP)))
                .isInstanceOf(ResourceAlreadyExistsException.class);
    }

    @Test
    void eventsEndWithTheirRetention() {
        put("a", -Duration.ofDays(2).toMillis(), 0);
        logs.putRetentionPolicy(put -> put.logGroupName(GROUP).retentionInDays(1));

        service.wake();

        await().untilAsserted(
                        () -> assertThat(read("a", true, 10, null).events()).hasSize(1));
        assertThatThrownBy(() ->
                        logs.putRetentionPolicy(put -> put.logGroupName(GROUP).retentionInDays(2)))
                .isInstanceOf(InvalidParameterException.class);
        logs.deleteRetentionPolicy(delete -> delete.logGroupName(GROUP));
        assertThat(logs.describeLogGroups(describe -> describe.logGroupNamePrefix(GROUP))
                        .logGroups()
                        .get(0)
                        .retentionInDays())
                .isNull();
    }

    private PutLogEventsResponse put(String stream, long... times) {
        return logs.putLogEvents(put -> put.logGroupName(GROUP)
                .logStreamName(stream)
                .logEvents(LongStream.of(times)
                        .mapToObj(time -> InputLogEvent.builder()
                                .timestamp(now + time)
                                .message("m" + time)
                                .build())
                        .toList()));
    }

    private GetLogEventsResponse read(String stream, boolean head, int limit, String token) {
        return logs.getLogEvents(get -> get.logGroupName(GROUP)
                .logStreamName(stream)
                .startFromHead(head)
                .limit(limit)
                .nextToken(token));
    }

    private static List<String> messages(GetLogEventsResponse answer) {
        return answer.events().stream().map(OutputLogEvent::message).toList();
    }
}
