package io.laguna.emulator.apigateway.log;

import io.laguna.emulator.kit.Caller;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** The writer of access logs, to a stream of CloudWatch Logs for each stage. */
public final class AccessLog {
    private static final Logger LOG = System.getLogger(AccessLog.class.getName());

    private final Function<Caller, CloudWatchLogsClient> logs;

    public AccessLog(Function<Caller, CloudWatchLogsClient> logs) {
        this.logs = logs;
    }

    /**
     * Adds a line. Requests are answered whether or not it can be written.
     *
     * @param destination the ARN of the log group
     * @param stage the API and the stage, of which there is a stream each
     */
    public void write(String destination, AccessLogFormat format, String stage, Map<String, String> known) {
        Matcher group = AccessLogFormat.group(destination);
        CloudWatchLogsClient client = logs.apply(new Caller(group.group(2), group.group(1)));
        String stream = UUID.nameUUIDFromBytes(stage.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        InputLogEvent line = InputLogEvent.builder()
                .timestamp(Instant.now().toEpochMilli())
                .message(format.line(known))
                .build();
        try {
            put(client, group.group(3), stream, line);
        } catch (AwsServiceException e) {
            LOG.log(Level.WARNING, "The access log " + destination + " takes no line: " + e.getMessage());
        }
    }

    private static void put(CloudWatchLogsClient client, String group, String stream, InputLogEvent line) {
        try {
            client.putLogEvents(
                    put -> put.logGroupName(group).logStreamName(stream).logEvents(line));
        } catch (ResourceNotFoundException e) {
            try {
                client.createLogStream(create -> create.logGroupName(group).logStreamName(stream));
            } catch (ResourceAlreadyExistsException other) {
                LOG.log(Level.DEBUG, "Another request has made the stream {0}", stream);
            }
            client.putLogEvents(
                    put -> put.logGroupName(group).logStreamName(stream).logEvents(line));
        }
    }
}
