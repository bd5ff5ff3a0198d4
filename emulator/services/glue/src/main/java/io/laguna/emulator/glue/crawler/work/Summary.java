package io.laguna.emulator.glue.crawler.work;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.crawl.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The changes of a crawl, counted on the way: for its log, its history and its metrics. */
final class Summary {
    /** "Summary: UTF-8 string, not less than 1 or more than 255 bytes long." */
    private static final int LONGEST = 255;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, TreeSet<String>> tableNames = new TreeMap<>();
    private Counts tables = Counts.NONE;
    private Counts partitions = Counts.NONE;

    void table(String name, Counts counts) {
        tables = tables.plus(counts);
        for (String kind : words(counts).keySet()) {
            tableNames.computeIfAbsent(kind, added -> new TreeSet<>()).add(name);
        }
    }

    void partitions(Counts counts) {
        partitions = partitions.plus(counts);
    }

    Counts tables() {
        return tables;
    }

    Counts partitions() {
        return partitions;
    }

    /** Returns the lines with which a log ends. */
    List<LogLine> lines() {
        List<LogLine> lines = new ArrayList<>();
        lines(lines, "TABLE", tables);
        lines(lines, "PARTITION", partitions);
        return lines;
    }

    /** Returns JSON with the names of tables, or without where they are too long. */
    String json() {
        String whole = json(true);
        return whole.length() <= LONGEST ? whole : json(false);
    }

    private String json(boolean names) {
        ObjectNode node = JSON.createObjectNode();
        words(tables).forEach((kind, count) -> {
            ObjectNode counted = node.withObject("/TABLE").putObject(kind);
            if (names) {
                tableNames.get(kind).forEach(counted.withObject("/Details").withArray("names")::add);
            }
            counted.put("Total", count);
        });
        words(partitions)
                .forEach((kind, count) ->
                        node.withObject("/PARTITION").putObject(kind).put("Total", count));
        return node.toString();
    }

    private static void lines(List<LogLine> lines, String what, Counts counts) {
        if (!counts.isNone()) {
            lines.add(LogLine.info("Run Summary For " + what + ":"));
            words(counts).forEach((kind, count) -> lines.add(LogLine.info(kind + ": " + count)));
        }
    }

    private static Map<String, Integer> words(Counts counts) {
        Map<String, Integer> words =
                new TreeMap<>(Map.of("ADD", counts.added(), "UPDATE", counts.updated(), "DELETE", counts.deleted()));
        words.values().removeIf(count -> count == 0);
        return words;
    }
}
