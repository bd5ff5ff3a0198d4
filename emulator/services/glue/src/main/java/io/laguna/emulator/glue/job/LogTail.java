package io.laguna.emulator.glue.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;

/** A file that grows, and the log stream into which its lines go. */
final class LogTail {
    /** The bytes that are read at once: a request has a megabyte at most, with 26 bytes for each event. */
    private static final int CHUNK = 256 << 10;

    /** The characters of an event at most; a longer line is several events. */
    private static final int LONGEST = 200_000;

    private static final int MOST_EVENTS = 5_000;

    private final CloudWatchLogsClient logs;
    private final Place place;
    private final Path file;
    private long at;
    private boolean made;

    /** A stream's name with that of its group. */
    record Place(String group, String stream) {}

    LogTail(CloudWatchLogsClient logs, Place place, Path file) {
        this.logs = logs;
        this.place = place;
        this.file = file;
    }

    /**
     * Puts the lines that are new into the stream.
     *
     * @param end whether nothing will follow: a line that does not end is one then
     */
    void move(boolean end) {
        make();
        try {
            while (Files.exists(file) && moveChunk(end)) {
                // There may be more.
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private void make() {
        if (!made) {
            try {
                logs.createLogGroup(create -> create.logGroupName(place.group()));
            } catch (ResourceAlreadyExistsException e) {
                // Another run has made it.
            }
            try {
                logs.createLogStream(
                        create -> create.logGroupName(place.group()).logStreamName(place.stream()));
            } catch (ResourceAlreadyExistsException e) {
                // Another output of the run goes there too.
            }
            made = true;
        }
    }

    /** Puts the lines of one chunk; tells whether there were some. */
    private boolean moveChunk(boolean end) throws IOException {
        String text = read();
        int whole = text.lastIndexOf('\n') + 1;
        boolean isLong = whole == 0 && text.length() >= CHUNK / 4;
        String part = whole > 0 ? text.substring(0, whole) : end || isLong ? text : "";
        if (part.isEmpty()) {
            return false;
        }
        put(part);
        at += part.getBytes(StandardCharsets.ISO_8859_1).length;
        return true;
    }

    /** Reads on, a byte as a character: a chunk may end within a character of several bytes. */
    private String read() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(CHUNK, Math.max(0, channel.size() - at)));
            channel.read(buffer, at);
            return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
        }
    }

    private void put(String part) {
        long now = System.currentTimeMillis();
        List<InputLogEvent> events = new ArrayList<>();
        new String(part.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                .lines()
                .map(LogTail::shown)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    for (int i = 0; i < line.length(); i += LONGEST) {
                        events.add(InputLogEvent.builder()
                                .timestamp(now)
                                .message(line.substring(i, Math.min(line.length(), i + LONGEST)))
                                .build());
                    }
                });
        for (int i = 0; i < events.size(); i += MOST_EVENTS) {
            List<InputLogEvent> next = events.subList(i, Math.min(events.size(), i + MOST_EVENTS));
            logs.putLogEvents(put -> put.logGroupName(place.group())
                    .logStreamName(place.stream())
                    .logEvents(next));
        }
    }

    /** Returns a line without Spark's progress bars, and without what the state does not take. */
    private static String shown(String line) {
        return line.substring(line.lastIndexOf('\r') + 1)
                .replace("\0", "\uFFFD")
                .stripTrailing();
    }
}
