package io.laguna.emulator.crawl.delta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.crawl.CrawlFailedException;
import io.laguna.emulator.crawl.CrawledObject;
import io.laguna.emulator.crawl.CrawledStore;
import io.laguna.emulator.crawl.S3Path;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log of a table of Delta Lake: a file of JSON for each version, and now and then a checkpoint, a file of Parquet that
 * stands for all versions up to its own.
 *
 * @see <a href="https://github.com/delta-io/delta/blob/master/PROTOCOL.md#delta-log-entries">Delta transaction log
 *     protocol</a>
 */
final class DeltaLog {
    private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");
    private static final Pattern CHECKPOINT =
            Pattern.compile("(\\d{20})\\.checkpoint(?:\\.(\\d{10})\\.(\\d{10}))?\\.parquet");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CrawledStore store;
    private final S3Path table;
    private final NavigableMap<Long, CrawledObject> commits = new TreeMap<>();
    private final NavigableMap<Long, List<CrawledObject>> checkpoints = new TreeMap<>();

    private DeltaLog(CrawledStore store, S3Path table) {
        this.store = store;
        this.table = table;
    }

    /**
     * Returns the newest state of the table in a folder; absent when there is no log.
     *
     * @throws CrawlFailedException when the log cannot be read, or is not whole
     */
    static Optional<DeltaSnapshot> read(CrawledStore store, S3Path table) {
        DeltaLog log = new DeltaLog(store, table);
        log.list();
        if (log.commits.isEmpty() && log.checkpoints.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(log.replay());
        } catch (IOException e) {
            throw new CrawlFailedException(
                    "Cannot read the log of the Delta table " + table.location() + ": " + e.getMessage(), e);
        }
    }

    private void list() {
        String folder = table.prefix() + "_delta_log/";
        Iterator<CrawledObject> objects = store.list(table.bucket(), folder);
        NavigableMap<Long, List<CrawledObject>> parts = new TreeMap<>();
        while (objects.hasNext()) {
            CrawledObject object = objects.next();
            String name = object.key().substring(folder.length());
            Matcher commit = COMMIT.matcher(name);
            Matcher checkpoint = CHECKPOINT.matcher(name);
            if (commit.matches()) {
                commits.put(Long.parseLong(commit.group(1)), object);
            } else if (checkpoint.matches()) {
                List<CrawledObject> own =
                        parts.computeIfAbsent(Long.parseLong(checkpoint.group(1)), added -> new ArrayList<>());
                own.add(object);
                // A checkpoint whose writer has not written all parts is none.
                if (checkpoint.group(3) == null || own.size() == Integer.parseInt(checkpoint.group(3))) {
                    checkpoints.put(Long.parseLong(checkpoint.group(1)), List.copyOf(own));
                }
            }
        }
    }

    private DeltaSnapshot replay() throws IOException {
        Replay replay = new Replay(table.location());
        long next = 0;
        if (!checkpoints.isEmpty()) {
            long version = checkpoints.lastKey();
            for (CrawledObject part : checkpoints.get(version)) {
                for (JsonNode action : CheckpointFile.read(store, part)) {
                    replay.take(action, version, part.lastModified());
                }
            }
            next = version + 1;
        }
        for (Map.Entry<Long, CrawledObject> commit : commits.tailMap(next, true).entrySet()) {
            if (commit.getKey() != next) {
                throw new CrawlFailedException(
                        "The log of the Delta table " + table.location() + " has no version " + next);
            }
            replay(replay, commit.getValue(), next++);
        }
        return replay.end(next - 1);
    }

    private void replay(Replay replay, CrawledObject commit, long version) throws IOException {
        try (InputStream stream = store.open(commit, 0, commit.size());
                MappingIterator<JsonNode> actions =
                        JSON.readerFor(JsonNode.class).readValues(stream)) {
            Instant time = commit.lastModified();
            while (actions.hasNextValue()) {
                JsonNode action = actions.nextValue();
                if (action.path("commitInfo").path("timestamp").isIntegralNumber()) {
                    time = Instant.ofEpochMilli(
                            action.path("commitInfo").path("timestamp").longValue());
                }
                replay.take(action, version, time);
            }
        } catch (JsonProcessingException e) {
            throw new CrawlFailedException(commit.location() + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }
}
