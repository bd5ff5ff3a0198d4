package io.laguna.emulator.crawl.cases;

import java.util.List;
import software.amazon.awssdk.services.glue.model.Classifier;
import software.amazon.awssdk.services.glue.model.CsvClassifier;

/** A classifier as a case describes it. */
final class ClassifierLine {
    private ClassifierLine() {}

    static Classifier of(String line) {
        Options options = Options.of(line);
        Classifier.Builder classifier = Classifier.builder();
        String kind = line.substring(0, line.indexOf(' '));
        switch (kind) {
            case "grok" -> classifier.grokClassifier(grok -> grok.name("mine")
                    .classification(options.get("classification", "mine"))
                    .grokPattern(options.get("pattern", ""))
                    .customPatterns(options.get("custom", "")));
            case "json" -> classifier.jsonClassifier(json -> json.name("mine").jsonPath(options.get("path", "")));
            case "xml" -> classifier.xmlClassifier(xml -> xml.name("mine")
                    .classification(options.get("classification", "xml"))
                    .rowTag(options.get("tag", "")));
            case "csv" -> classifier.csvClassifier(csv(options));
            default -> throw new IllegalArgumentException(line);
        }
        return classifier.build();
    }

    private static CsvClassifier csv(Options options) {
        CsvClassifier.Builder csv = CsvClassifier.builder().name("mine");
        options.all("delimiter").forEach(csv::delimiter);
        options.all("quote").forEach(csv::quoteSymbol);
        options.all("header").forEach(csv::containsHeader);
        options.all("names").forEach(names -> csv.header(List.of(names.split(",", -1))));
        options.all("serde").forEach(csv::serde);
        options.all("single").forEach(single -> csv.allowSingleColumn(Boolean.valueOf(single)));
        options.all("untrimmed").forEach(untrimmed -> csv.disableValueTrimming(Boolean.valueOf(untrimmed)));
        options.all("types")
                .forEach(types -> csv.customDatatypeConfigured(true).customDatatypes(List.of(types.split(",", -1))));
        return csv.build();
    }
}
