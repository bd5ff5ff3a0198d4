package io.laguna.tests;

import io.laguna.engines.process.ShellWords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.StepConfig;

/**
 * A step of EMR and its expected outcome, from emr-steps.txt.
 *
 * @param objects that are put into the bucket before the step, by their keys
 * @param words the jar, and its arguments
 */
record EmrStep(String sentence, Map<String, String> objects, List<String> words, List<String> expected) {
    private static final String FILE = "emr-steps.txt";
    private static final String OBJECT = "+ ";
    private static final String OUTPUT = "> ";

    static List<EmrStep> all() throws IOException {
        String text;
        try (InputStream file = Objects.requireNonNull(EmrStep.class.getResourceAsStream(FILE), FILE)) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        return Stream.of(text.split("\n\n+", -1))
                .map(block -> List.of(block.strip().split("\n", -1)))
                .filter(block -> block.contains("---"))
                .map(EmrStep::of)
                .toList();
    }

    StepConfig config() {
        return StepConfig.builder()
                .name(sentence)
                .actionOnFailure(ActionOnFailure.CONTINUE)
                .hadoopJarStep(step -> step.jar(words.get(0)).args(words.subList(1, words.size())))
                .build();
    }

    /** Returns the prefix of the objects that the step writes, as far as they are looked at. */
    List<String> outputs() {
        return expected.stream()
                .filter(line -> line.startsWith(OUTPUT))
                .map(line -> line.substring(OUTPUT.length()))
                .toList();
    }

    /** Returns the expression for the outcome, in which an ellipsis stands for anything. */
    Pattern outcome() {
        return Pattern.compile(
                Stream.of(String.join("\n", expected).split("…", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    private static EmrStep of(List<String> block) {
        int end = block.indexOf("---");
        Map<String, String> objects = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        for (String line : block.subList(1, end)) {
            if (line.startsWith(OBJECT)) {
                String[] object = line.substring(OBJECT.length()).split(" ", 2);
                objects.put(object[0], object[1].translateEscapes());
            } else {
                words.addAll(ShellWords.split(FILE, line));
            }
        }
        return new EmrStep(block.get(0).substring(2), objects, words, block.subList(end + 1, block.size()));
    }
}
