package io.laguna.emulator.glue.classifier;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.glue.model.Classifier;
import software.amazon.awssdk.services.glue.model.CsvClassifier;
import software.amazon.awssdk.services.glue.model.CsvHeaderOption;
import software.amazon.awssdk.services.glue.model.CsvSerdeOption;
import software.amazon.awssdk.services.glue.model.GrokClassifier;
import software.amazon.awssdk.services.glue.model.JsonClassifier;
import software.amazon.awssdk.services.glue.model.XMLClassifier;

/**
 * The rules for classifiers as a request has made them.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-crawler-classifiers.html">Classifiers</a>
 */
final class ClassifierRules {
    private static final Pattern ONE_CHARACTER = Pattern.compile("[^\r\n]");
    private static final Pattern JSON_PATH =
            Pattern.compile("\\$(?:\\.\\*|\\.[^.\\[\\]*]+|\\[\\*]|\\[\\d+]|\\['[^']+'])*");
    private static final Set<String> TYPES = Set.of(
            "BINARY", "BOOLEAN", "DATE", "DECIMAL", "DOUBLE", "FLOAT", "INT", "LONG", "SHORT", "STRING", "TIMESTAMP");

    private ClassifierRules() {}

    static void check(Classifier classifier) {
        Optional.ofNullable(classifier.grokClassifier()).ifPresent(ClassifierRules::check);
        Optional.ofNullable(classifier.xmlClassifier()).ifPresent(ClassifierRules::check);
        Optional.ofNullable(classifier.jsonClassifier()).ifPresent(ClassifierRules::check);
        Optional.ofNullable(classifier.csvClassifier()).ifPresent(ClassifierRules::check);
    }

    private static void check(GrokClassifier grok) {
        new Constraints()
                .name("grokClassifier.name", grok.name())
                .present("grokClassifier.classification", grok.classification())
                .length("grokClassifier.classification", grok.classification(), 0, 255)
                .present("grokClassifier.grokPattern", grok.grokPattern())
                .lines("grokClassifier.grokPattern", grok.grokPattern(), 2048)
                .length("grokClassifier.grokPattern", grok.grokPattern(), 1, 2048)
                .lines("grokClassifier.customPatterns", grok.customPatterns(), 16_000)
                .check();
    }

    private static void check(XMLClassifier xml) {
        new Constraints()
                .name("xmlClassifier.name", xml.name())
                .present("xmlClassifier.classification", xml.classification())
                .length("xmlClassifier.classification", xml.classification(), 0, 255)
                .length("xmlClassifier.rowTag", xml.rowTag(), 0, 1024)
                .check();
        if (xml.rowTag() != null && xml.rowTag().matches(".*[<>].*")) {
            throw Failures.invalid("RowTag must be the name of an element, without brackets: " + xml.rowTag());
        }
    }

    private static void check(JsonClassifier json) {
        new Constraints()
                .name("jsonClassifier.name", json.name())
                .present("jsonClassifier.jsonPath", json.jsonPath())
                .length("jsonClassifier.jsonPath", json.jsonPath(), 1, 2048)
                .check();
        if (!JSON_PATH.matcher(json.jsonPath()).matches()) {
            throw Failures.invalid("JsonPath must be made of $, *, .name, ['name'] and [n]: " + json.jsonPath());
        }
    }

    private static void check(CsvClassifier csv) {
        Constraints constraints = new Constraints()
                .name("csvClassifier.name", csv.name())
                .pattern("csvClassifier.delimiter", csv.delimiter(), ONE_CHARACTER, "[^\\r\\n]")
                .pattern("csvClassifier.quoteSymbol", csv.quoteSymbol(), ONE_CHARACTER, "[^\\r\\n]")
                .oneOf("csvClassifier.containsHeader", csv.containsHeaderAsString(), CsvHeaderOption.knownValues())
                .oneOf("csvClassifier.serde", csv.serdeAsString(), CsvSerdeOption.knownValues());
        csv.header().forEach(name -> constraints.name("csvClassifier.header", name));
        constraints.check();
        if (csv.delimiter() != null && csv.delimiter().equals(csv.quoteSymbol())) {
            throw Failures.invalid("The delimiter and the quote symbol of a CSV classifier must differ.");
        }
        if (new HashSet<>(csv.header()).size() < csv.header().size()) {
            throw Failures.invalid("The names in the header of a CSV classifier must differ.");
        }
        List<String> unknown = csv.customDatatypes().stream()
                .filter(type -> !TYPES.contains(type))
                .toList();
        if (!unknown.isEmpty()) {
            throw Failures.invalid("Unknown custom datatypes " + unknown + ". Datatypes: "
                    + TYPES.stream().sorted().toList());
        }
    }
}
