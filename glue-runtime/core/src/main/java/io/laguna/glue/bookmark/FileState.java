package io.laguna.glue.bookmark;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far the files of a source have been read.
 *
 * @param run how many runs have read them
 * @param band for how long before a run's start a listing may lack files that are already there
 * @param start the start of the last run
 * @param read marks of the files of the band that were read
 */
public record FileState(long run, Duration band, Instant start, Set<String> read) {
    static final String CLASS = "HadoopDataSourceJobBookmarkState";

    static FileState of(Map<String, String> texts) {
        String read = texts.getOrDefault("INCLUDE_LIST", "");
        return new FileState(
                Long.parseLong(texts.getOrDefault("RUN", "0")),
                Duration.ofMillis(Long.parseLong(texts.getOrDefault("HIGH_BAND", "900000"))),
                Instant.parse(texts.get("CURR_RUN_START_TIME")),
                read.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(read.split(",", -1))));
    }

    /** Returns the texts that AWS names timestamps. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("RUN", Long.toString(run));
        texts.put("HIGH_BAND", Long.toString(band.toMillis()));
        texts.put("CURR_LATEST_PARTITION", "0");
        texts.put("CURR_LATEST_PARTITIONS", "");
        texts.put("CURR_RUN_START_TIME", start.toString());
        texts.put("INCLUDE_LIST", String.join(",", read));
        return texts;
    }
}
