package io.laguna.emulator.crawl.csv;

import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.finding.Layout;
import io.laguna.emulator.crawl.read.Sample;
import io.laguna.emulator.crawl.read.Text;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.CsvClassifier;
import software.amazon.awssdk.services.glue.model.CsvHeaderOption;
import software.amazon.awssdk.services.glue.model.CsvSerdeOption;

/**
 * A user's classifier of CSV.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/custom-classifier.html">Writing custom classifiers</a>
 */
public final class CustomCsv {
    private final CsvClassifier classifier;
    private final char delimiter;
    private final Optional<Character> quote;
    private final CsvTypes types;

    /** @throws IllegalArgumentException when it names a type that does not exist, or one character for two things */
    public CustomCsv(CsvClassifier classifier) {
        this.classifier = classifier;
        this.delimiter = character(classifier.delimiter()).orElse(',');
        this.quote = character(classifier.quoteSymbol());
        if (quote.isPresent() && quote.get() == delimiter) {
            throw new IllegalArgumentException("Delimiter and QuoteSymbol must be different characters.");
        }
        boolean trimmed = Boolean.FALSE.equals(classifier.disableValueTrimming());
        this.types = Boolean.TRUE.equals(classifier.customDatatypeConfigured()) && classifier.hasCustomDatatypes()
                ? CsvTypes.of(classifier.customDatatypes(), trimmed)
                : new CsvTypes(CsvTypes.BUILT_IN.known(), trimmed);
    }

    private static Optional<Character> character(String text) {
        return Optional.ofNullable(text).filter(each -> !each.isEmpty()).map(each -> each.charAt(0));
    }

    /** Returns what the file is, if it is such a CSV. */
    public Optional<Finding> find(Sample sample) throws IOException {
        Text text = sample.text(Sample.STEP);
        if (text.isBinary()) {
            return Optional.empty();
        }
        int least = Boolean.TRUE.equals(classifier.allowSingleColumn()) ? 1 : 2;
        Optional<Character> quotes =
                quote.isPresent() ? quote : Optional.of('"').filter(each -> each != delimiter);
        return CsvShape.of(text.lines(), delimiter, quotes)
                .filter(shape -> shape.isTable(least))
                .filter(shape ->
                        classifier.header().isEmpty() || classifier.header().size() == shape.width())
                .map(shape ->
                        CsvFinding.of(sample, shape.table(hasHeader(shape), classifier.header(), types), layout()));
    }

    private boolean hasHeader(CsvShape shape) {
        if (classifier.containsHeader() == CsvHeaderOption.PRESENT) {
            return true;
        }
        return classifier.containsHeader() != CsvHeaderOption.ABSENT
                && CsvHeader.isIn(shape.rows(), shape.width(), types);
    }

    private Layout layout() {
        String text = String.valueOf(delimiter);
        if (classifier.serde() == CsvSerdeOption.LAZY_SIMPLE_SER_DE) {
            return Layout.text(
                    "csv",
                    CsvFinding.LAZY,
                    Map.of("field.delim", text),
                    CsvFinding.parameters(text, quote.isPresent()));
        }
        return Layout.text(
                "csv",
                CsvFinding.OPEN,
                Map.of(
                        "separatorChar",
                        text,
                        "quoteChar",
                        String.valueOf(quote.orElse('"').charValue())),
                CsvFinding.parameters(text, true));
    }
}
