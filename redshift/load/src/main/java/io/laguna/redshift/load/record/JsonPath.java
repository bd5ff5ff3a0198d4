package io.laguna.redshift.load.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of a JSONPaths file, in dots or in brackets.
 *
 * @param steps names and indexes
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-format.html#copy-json-jsonpaths">JSONPaths
 *     file</a>
 */
public record JsonPath(List<Step> steps) {
    private static final Pattern STEP =
            Pattern.compile("\\.([^.\\[\\]]+)|\\[\\s*'((?:[^'\\\\]|\\\\.)*)'\\s*\\]|\\[\\s*(\\d{1,9})\\s*\\]");

    /** A name, or an index when the name is empty. */
    public record Step(String name, int index) {}

    static JsonPath of(String text) throws InvalidPaths {
        if (!text.startsWith("$")) {
            throw new InvalidPaths("Invalid JSONPath format. Supported notations are 'dot-notation' and"
                    + " 'bracket-notation': " + text);
        }
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text).region(1, text.length());
        while (matcher.lookingAt()) {
            if (matcher.group(3) != null) {
                steps.add(new Step("", Integer.parseInt(matcher.group(3))));
            } else {
                String name = matcher.group(1) != null
                        ? matcher.group(1)
                        : matcher.group(2).replaceAll("\\\\(.)", "$1");
                steps.add(new Step(name, -1));
            }
            matcher.region(matcher.end(), text.length());
        }
        if (!matcher.hitEnd() || matcher.regionStart() != text.length()) {
            throw new InvalidPaths("Invalid JSONPath format. Supported notations are 'dot-notation' and"
                    + " 'bracket-notation': " + text);
        }
        return new JsonPath(List.copyOf(steps));
    }

    JsonNode in(JsonNode root) {
        JsonNode node = root;
        for (Step step : steps) {
            JsonNode next = step.index() < 0 ? node.get(step.name()) : node.get(step.index());
            if (next == null) {
                return MissingNode.getInstance();
            }
            node = next;
        }
        return node;
    }
}
