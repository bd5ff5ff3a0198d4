package io.laguna.emulator.crawl.classify;

import io.laguna.emulator.crawl.binary.AvroHeader;
import io.laguna.emulator.crawl.binary.OrcFooter;
import io.laguna.emulator.crawl.binary.ParquetFooter;
import io.laguna.emulator.crawl.csv.BuiltInCsv;
import io.laguna.emulator.crawl.finding.Count;
import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.finding.Layout;
import io.laguna.emulator.crawl.grok.BuiltInLogs;
import io.laguna.emulator.crawl.ion.IonFile;
import io.laguna.emulator.crawl.json.BuiltInJson;
import io.laguna.emulator.crawl.read.Sample;
import io.laguna.emulator.crawl.xml.XmlFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A user's classifiers, then AWS's. The first of a user's that is certain wins. Otherwise the most certain of all wins, and
 * AWS's are either certain or not.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/add-classifier.html">Defining and managing classifiers</a>
 */
public final class Classifiers {
    private static final List<BuiltIn> BUILT_IN = List.of(
            new BuiltIn("avro", AvroHeader::find),
            new BuiltIn("orc", OrcFooter::find),
            new BuiltIn("parquet", ParquetFooter::find),
            new BuiltIn("json", BuiltInJson::find),
            new BuiltIn("xml", XmlFile::find),
            new BuiltIn("ion", IonFile::find),
            new BuiltIn("logs", BuiltInLogs::find),
            new BuiltIn("csv", BuiltInCsv::find));

    private final List<CustomClassifier> custom;

    public Classifiers(List<CustomClassifier> custom) {
        this.custom = List.copyOf(custom);
    }

    private interface Finder {
        Optional<Finding> find(Sample sample) throws IOException;
    }

    private record BuiltIn(String name, Finder finder) {}

    /** Returns what the file is; a file that is damaged is of no known kind. */
    public Verdict classify(Sample sample) {
        try {
            return best(sample);
        } catch (IOException | IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            return unknown(sample, "it is damaged: " + e.getMessage());
        }
    }

    private Verdict best(Sample sample) throws IOException {
        Optional<Verdict> best = Optional.empty();
        for (CustomClassifier each : custom) {
            Optional<Verdict> verdict = each.read(sample);
            if (verdict.isPresent() && verdict.get().certainty() == 1) {
                return verdict.get();
            }
            if (verdict.isPresent()
                    && best.map(Verdict::certainty).orElse(0.0) < verdict.get().certainty()) {
                best = verdict;
            }
        }
        for (BuiltIn each : BUILT_IN) {
            Optional<Finding> finding = each.finder().find(sample);
            if (finding.isPresent()) {
                return new Verdict(finding.get(), 1, each.name());
            }
        }
        return best.isPresent() ? best.get() : unknown(sample, Reasons.of(sample));
    }

    private static Verdict unknown(Sample sample, String reason) {
        long size = sample.object().size();
        Finding finding =
                Finding.of(Layout.UNKNOWN, sample.compression().text(), List.of(), Count.estimate(size, size));
        return new Verdict(finding, 0, reason);
    }
}
