package io.laguna.emulator.glue.log;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** A stream of a log group. Both are made when something is written. */
public final class LogStream {
    private static final Logger LOG = LoggerFactory.getLogger(LogStream.class);
    private static final int MOST_EVENTS = 1_000;

    /** The characters of an event at most: a request has a megabyte. */
    private static final int LONGEST = 200_000;

    private static final int MOST_CHARACTERS = 250_000;

    private final CloudWatchLogsClient logs;
    private final String group;
    private final String stream;

    public LogStream(CloudWatchLogsClient logs, String group, String stream) {
        this.logs = logs;
        this.group = group;
        this.stream = stream;
    }

    /** Appends lines, in their order. Lines that cannot be delivered stop nothing: Laguna's own log says so. */
    public void write(List<String> lines) {
        try {
            int from = 0;
            while (from < lines.size()) {
                int to = from;
                int characters = 0;
                while (to < lines.size()
                        && to - from < MOST_EVENTS
                        && (to == from || characters + lines.get(to).length() <= MOST_CHARACTERS)) {
                    characters += Math.min(LONGEST, lines.get(to).length());
                    to++;
                }
                put(lines.subList(from, to));
                from = to;
            }
        } catch (RuntimeException e) {
            LOG.warn("The log {} {} is not whole", group, stream, e);
        }
    }

    private void put(List<String> lines) {
        long now = System.currentTimeMillis();
        List<InputLogEvent> events = lines.stream()
                .map(line -> InputLogEvent.builder()
                        .timestamp(now)
                        .message(line.substring(0, Math.min(LONGEST, line.length())))
                        .build())
                .toList();
        try {
            send(events);
        } catch (ResourceNotFoundException e) {
            make();
            send(events);
        }
    }

    private void send(List<InputLogEvent> events) {
        logs.putLogEvents(put -> put.logGroupName(group).logStreamName(stream).logEvents(events));
    }

    private void make() {
        try {
            logs.createLogGroup(create -> create.logGroupName(group));
        } catch (ResourceAlreadyExistsException e) {
            // It has been there before.
        }
        try {
            logs.createLogStream(create -> create.logGroupName(group).logStreamName(stream));
        } catch (ResourceAlreadyExistsException e) {
            // Somebody else has made it meanwhile.
        }
    }
}
