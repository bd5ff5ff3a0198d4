package io.laguna.emulator.crawl.csv;

import io.laguna.emulator.crawl.finding.Mean;
import io.laguna.emulator.crawl.schema.Column;
import java.util.List;

/** The columns of a file of rows. */
record CsvTable(List<Column> columns, boolean header, Mean mean, boolean oneRow) {}
