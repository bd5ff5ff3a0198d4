package io.laguna.emulator.crawl.group;

import io.laguna.emulator.crawl.Decision;
import io.laguna.emulator.crawl.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The decisions and warnings of a crawl so far. */
public final class Minutes {
    private final UnaryOperator<String> tableNames;
    private final List<Decision> decisions = new ArrayList<>();
    private final List<LogLine> warnings = new ArrayList<>();

    /** @param tableNames gives the name of the table that a folder of a name is */
    public Minutes(UnaryOperator<String> tableNames) {
        this.tableNames = tableNames;
    }

    /** Keeps a decision. */
    public void decide(String location, String reason) {
        decisions.add(new Decision(location, reason));
    }

    /** Keeps a warning. */
    public void warn(String text) {
        warnings.add(LogLine.warn(text));
    }

    /** Keeps a warning of a folder that has other keys than its table. */
    void warnOfKeys(String location) {
        warnings.add(
                LogLine.warn("Folder partition keys do not match table partition keys, skipped folder: " + location));
    }

    /** Returns the name of the table that a folder is. */
    String tableName(String folder) {
        return tableNames.apply(folder);
    }

    /** Keeps a warning of a partition whose files are not like its table. */
    void warnOfSchema(String table, List<String> values) {
        warnings.add(LogLine.warn("Found partition of table " + table + " with partition values " + values
                + " with no matching schema at the partition's S3 location"));
    }

    /** Returns the decisions in their order. */
    public List<Decision> decisions() {
        return decisions;
    }

    /** Returns the warnings in their order. */
    public List<LogLine> warnings() {
        return warnings;
    }
}
