package io.laguna.emulator.crawl.csv;

import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.finding.Layout;
import io.laguna.emulator.crawl.read.Sample;
import java.util.Map;

/** The findings about files of rows. */
final class CsvFinding {
    static final String LAZY = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe";
    static final String OPEN = "org.apache.hadoop.hive.serde2.OpenCSVSerde";

    private CsvFinding() {}

    static Map<String, String> parameters(String delimiter, boolean quoted) {
        return Map.of("delimiter", delimiter, "columnsOrdered", "true", "areColumnsQuoted", String.valueOf(quoted));
    }

    static Finding of(Sample sample, CsvTable table, Layout layout) {
        return new Finding(
                layout,
                sample.compression().text(),
                table.columns(),
                table.header() ? Map.of("skip.header.line.count", "1") : Map.of(),
                table.mean().count(sample.object().size(), table.oneRow() && !table.header()));
    }
}
