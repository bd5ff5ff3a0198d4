package io.laguna.emulator.crawl.classify;

import io.laguna.emulator.crawl.csv.CustomCsv;
import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.grok.GrokLines;
import io.laguna.emulator.crawl.json.CustomJson;
import io.laguna.emulator.crawl.read.Sample;
import io.laguna.emulator.crawl.xml.XmlFile;
import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Classifier;
import software.amazon.awssdk.services.glue.model.GrokClassifier;
import software.amazon.awssdk.services.glue.model.XMLClassifier;

/** A user's classifier. */
public final class CustomClassifier {
    private final String name;
    private final Reading reading;

    private CustomClassifier(String name, Reading reading) {
        this.name = name;
        this.reading = reading;
    }

    private interface Reading {
        Optional<Verdict> read(Sample sample) throws IOException;
    }

    /**
     * Reads a classifier of whichever kind.
     *
     * @throws IllegalArgumentException when a pattern, a path or a type in it is none
     */
    public static CustomClassifier of(Classifier classifier) {
        if (classifier.grokClassifier() != null) {
            GrokClassifier grok = classifier.grokClassifier();
            GrokLines lines = GrokLines.custom(
                    grok.classification(),
                    grok.grokPattern(),
                    Optional.ofNullable(grok.customPatterns()).orElse(""));
            return new CustomClassifier(grok.name(), sample -> lines.find(sample)
                    .map(match -> new Verdict(match.finding(), match.share(), grok.name())));
        }
        if (classifier.xmlClassifier() != null) {
            XMLClassifier xml = classifier.xmlClassifier();
            String tag = Optional.ofNullable(xml.rowTag()).orElse("");
            return certain(xml.name(), sample -> XmlFile.find(sample, xml.classification(), tag));
        }
        if (classifier.jsonClassifier() != null) {
            CustomJson json = new CustomJson(classifier.jsonClassifier());
            return certain(classifier.jsonClassifier().name(), json::find);
        }
        if (classifier.csvClassifier() != null) {
            CustomCsv csv = new CustomCsv(classifier.csvClassifier());
            return certain(classifier.csvClassifier().name(), csv::find);
        }
        throw new IllegalArgumentException("A classifier must be of one kind: grok, XML, JSON or CSV.");
    }

    private interface Finder {
        Optional<Finding> find(Sample sample) throws IOException;
    }

    private static CustomClassifier certain(String name, Finder finder) {
        return new CustomClassifier(name, sample -> finder.find(sample).map(finding -> new Verdict(finding, 1, name)));
    }

    /** Returns the name that its user gave it. */
    public String name() {
        return name;
    }

    Optional<Verdict> read(Sample sample) throws IOException {
        return reading.read(sample);
    }
}
