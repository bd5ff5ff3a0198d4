package io.laguna.emulator.crawl.csv;

import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.finding.Layout;
import io.laguna.emulator.crawl.read.Sample;
import io.laguna.emulator.crawl.read.Text;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AWS's classifier of CSV: it tries delimiters, and wants two columns and two rows of data.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/add-classifier.html">Built-in CSV classifier</a>
 */
public final class BuiltInCsv {
    private static final List<Character> DELIMITERS = List.of(',', '|', '\t', ';', '\u0001');
    private static final Optional<Character> QUOTE = Optional.of('"');
    private static final int LEAST = 2;

    private BuiltInCsv() {}

    /** Returns what the file is, if it is CSV. */
    public static Optional<Finding> find(Sample sample) throws IOException {
        Text text = sample.text(Sample.STEP);
        if (text.isBinary()) {
            return Optional.empty();
        }
        String lines = text.lines();
        Optional<CsvTable> best = Optional.empty();
        char chosen = DELIMITERS.get(0);
        double regularity = 0;
        for (char delimiter : DELIMITERS) {
            Optional<CsvShape> shape = lines.indexOf(delimiter) < 0
                    ? Optional.empty()
                    : CsvShape.of(lines, delimiter, QUOTE).filter(each -> each.isTable(LEAST));
            if (shape.isPresent() && shape.get().regularity() > regularity) {
                boolean header = CsvHeader.isIn(shape.get().rows(), shape.get().width(), CsvTypes.BUILT_IN);
                if (shape.get().rows().size() >= LEAST + (header ? 1 : 0)) {
                    best = Optional.of(shape.get().table(header, List.of(), CsvTypes.BUILT_IN));
                    chosen = delimiter;
                    regularity = shape.get().regularity();
                }
            }
        }
        String delimiter = String.valueOf(chosen);
        return best.map(table -> CsvFinding.of(
                sample,
                table,
                Layout.text(
                        "csv",
                        CsvFinding.LAZY,
                        Map.of("field.delim", delimiter),
                        CsvFinding.parameters(delimiter, false))));
    }
}
