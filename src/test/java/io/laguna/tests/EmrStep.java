package io.laguna.tests;

import io.laguna.engines.process.ShellWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.StepConfig;

/**
 * A step of EMR and its expected outcome, from a file of {@link EmrClusterOfSteps}.
 *
 * @param objects that are put into the bucket before the step, by their keys
 * @param words the jar, and its arguments
 */
record EmrStep(String sentence, Map<String, String> objects, List<String> words, List<String> expected) {
    private static final String OBJECT = "+ ";
    private static final String OUTPUT = "> ";

    /** Returns the step of a block of lines. */
    static EmrStep of(String file, List<String> block) {
        int end = block.indexOf("---");
        Map<String, String> objects = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        for (String line : block.subList(1, end)) {
            if (line.startsWith(OBJECT)) {
                String[] object = line.substring(OBJECT.length()).split(" ", 2);
                objects.put(object[0], object[1].translateEscapes());
            } else {
                words.addAll(ShellWords.split(file, line));
            }
        }
        return new EmrStep(block.get(0).substring(2), objects, words, block.subList(end + 1, block.size()));
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
}
