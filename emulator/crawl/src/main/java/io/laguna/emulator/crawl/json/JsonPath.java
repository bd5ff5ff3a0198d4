package io.laguna.emulator.crawl.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path to the records of a JSON file.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/custom-classifier.html">JSON path operators</a>
 */
record JsonPath(List<Step> steps) {
    private static final Pattern STEP = Pattern.compile(
            "\\.(?<dot>[^.\\[\\]]+)|\\[(?<index>\\d+)]|\\[(?<any>\\*)]|\\['(?<name>[^']*)']|\\[\"(?<quoted>[^\"]*)\"]");

    /** A part of a path. */
    sealed interface Step {
        /** A member of an object. */
        record Name(String name) implements Step {}

        /** An element of an array, from 0. */
        record Index(int index) implements Step {}

        /** Every member or element. */
        record Any() implements Step {}
    }

    /** @throws IllegalArgumentException when it uses other operators than {@code $ * .name ['name'] [n]} */
    static JsonPath of(String text) {
        String path = text.strip();
        if (!path.startsWith("$")) {
            throw new IllegalArgumentException("JsonPath must begin with $: " + text);
        }
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        int position = 1;
        while (position < path.length()) {
            if (!matcher.find(position) || matcher.start() != position) {
                throw new IllegalArgumentException("JsonPath is invalid: " + text);
            }
            steps.add(step(matcher));
            position = matcher.end();
        }
        return new JsonPath(steps);
    }

    private static Step step(Matcher matcher) {
        if (matcher.group("index") != null) {
            return new Step.Index(Integer.parseInt(matcher.group("index")));
        }
        if (matcher.group("any") != null || "*".equals(matcher.group("dot"))) {
            return new Step.Any();
        }
        for (String group : List.of("dot", "name", "quoted")) {
            if (matcher.group(group) != null) {
                return new Step.Name(matcher.group(group));
            }
        }
        throw new IllegalStateException(matcher.group());
    }
}
