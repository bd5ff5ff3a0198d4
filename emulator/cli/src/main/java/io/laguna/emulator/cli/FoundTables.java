package io.laguna.emulator.cli;

import io.laguna.emulator.crawl.CrawlPlan;
import io.laguna.emulator.crawl.FoundTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.model.Column;

/** The tables that a crawl has found, for people: each with its columns, and why they are these. */
final class FoundTables {
    private static final int MOST_DECISIONS = 40;

    private FoundTables() {}

    static void print(CrawlPlan plan, Terminal terminal) {
        for (FoundTable table : plan.tables()) {
            print(table, terminal);
        }
        terminal.print(plan.tables().isEmpty() ? "No table. Why:" : "Why:");
        plan.decisions().stream()
                .limit(MOST_DECISIONS)
                .forEach(decision -> terminal.print("  " + decision.location() + ": " + decision.reason()));
        if (plan.decisions().size() > MOST_DECISIONS) {
            terminal.print("  … and " + (plan.decisions().size() - MOST_DECISIONS) + " more");
        }
        plan.warnings().forEach(line -> terminal.print("  " + line.level() + ": " + line.text()));
        terminal.print("Looked at " + Terminal.count(plan.files()) + " files, and read "
                + Terminal.count(plan.bytesRead()) + " bytes of them.");
    }

    private static void print(FoundTable table, Terminal terminal) {
        Map<String, String> parameters = table.input().parameters();
        String partitions =
                table.partitions().isEmpty() ? "" : ", " + table.partitions().size() + " partitions";
        terminal.print(table.input().name() + ": " + parameters.getOrDefault("classification", "?") + ", "
                + parameters.getOrDefault("compressionType", "none") + " compression" + partitions + ", "
                + table.input().storageDescriptor().location());
        List<List<String>> rows = Stream.concat(
                        table.input().storageDescriptor().columns().stream().map(column -> row(column, "")),
                        table.input().partitionKeys().stream().map(key -> row(key, "partition key")))
                .toList();
        new TextTable(List.of("column", "type", ""), List.of("varchar", "varchar", "varchar"), rows)
                .lines()
                .forEach(line -> terminal.print("  " + line));
        terminal.print("");
    }

    private static List<String> row(Column column, String note) {
        return List.of(column.name(), column.type(), note);
    }
}
