package io.laguna.emulator.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.eventbridge.model.InputTransformer;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * The input that a target gets of an event: the event itself, a fixed text, a part of it, or a text with parts of it in it.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html">Input
 *     transformation</a>
 */
final class TargetInput {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACE = Pattern.compile("<([A-Za-z0-9_.-]+)>");
    private static final Pattern STEP = Pattern.compile("\\.([^.\\[\\]]+)|\\[(?:(\\d+)|'([^']*)'|\"([^\"]*)\")\\]");
    private static final int MOST_PATHS = 100;

    private TargetInput() {}

    static void requireJson(String text, String what) {
        try {
            JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw Failures.validation("JSON syntax error in " + what + ".");
        }
    }

    static void check(InputTransformer transformer, String target) {
        if (transformer.inputTemplate() == null) {
            throw Failures.parameter("InputTransformer.InputTemplate", "it is a required argument.");
        }
        if (transformer.inputPathsMap().size() > MOST_PATHS) {
            throw Failures.validation("InputPathsMap for target " + target + " has more than 100 paths.");
        }
        transformer.inputPathsMap().forEach((name, path) -> {
            if (name.startsWith("AWS.")) {
                throw Failures.validation("Invalid InputPathsMap key " + name + ": keys cannot begin with AWS.");
            }
            if (!path.startsWith("$")) {
                throw Failures.validation("Invalid InputPath " + path + " for target " + target + ".");
            }
        });
        Matcher place = PLACE.matcher(transformer.inputTemplate());
        while (place.find()) {
            String name = place.group(1);
            if (!name.startsWith("aws.") && !transformer.inputPathsMap().containsKey(name)) {
                throw Failures.validation("InputTemplate for target " + target + " contains placeholder <" + name
                        + "> that InputPathsMap does not define.");
            }
        }
    }

    /** Returns the text for a target. */
    static String of(Target target, RuleRecord rule, JsonNode event) {
        if (target.input() != null) {
            return target.input();
        }
        if (target.inputPath() != null && !target.inputPath().isEmpty()) {
            return at(event, target.inputPath()).map(JsonNode::toString).orElse("{}");
        }
        return target.inputTransformer() == null ? event.toString() : filled(target.inputTransformer(), rule, event);
    }

    private static String filled(InputTransformer transformer, RuleRecord rule, JsonNode event) {
        Map<String, Optional<JsonNode>> values = new HashMap<>();
        transformer.inputPathsMap().forEach((name, path) -> values.put(name, at(event, path)));
        values.put("aws.events.rule-arn", Optional.of(JSON.valueToTree(rule.arn())));
        values.put("aws.events.rule-name", Optional.of(JSON.valueToTree(rule.name())));
        values.put("aws.events.event.ingestion-time", Optional.of(event.path("time")));
        values.put("aws.events.event", Optional.of(withoutDetail(event)));
        values.put("aws.events.event.json", Optional.of(event));
        String template = transformer.inputTemplate();
        StringBuilder text = new StringBuilder();
        Matcher place = PLACE.matcher(template);
        int end = 0;
        while (place.find()) {
            text.append(template, end, place.start());
            boolean quoted = isInString(template, place.start());
            text.append(values.getOrDefault(place.group(1), Optional.empty())
                    .map(value -> told(value, quoted))
                    .orElse(""));
            end = place.end();
        }
        return text.append(template.substring(end)).toString();
    }

    private static JsonNode withoutDetail(JsonNode event) {
        return event.deepCopy() instanceof ObjectNode object ? object.without("detail") : event;
    }

    /** Tells whether a place in a template stands between the quotes of a string. */
    private static boolean isInString(String template, int place) {
        boolean within = false;
        for (int index = 0; index < place; index++) {
            char each = template.charAt(index);
            if (within && each == '\\') {
                index++;
            } else if (each == '"') {
                within = !within;
            }
        }
        return within;
    }

    /** Returns a value as it stands in the filled template: a text in a string has no quotes of its own. */
    private static String told(JsonNode value, boolean quoted) {
        if (!quoted) {
            return value.toString();
        }
        String text = value.isTextual() ? value.asText() : value.toString();
        String escaped = JSON.valueToTree(text).toString();
        return escaped.substring(1, escaped.length() - 1);
    }

    /** Returns what a path such as {@code $.detail.items[0].id} leads to. */
    static Optional<JsonNode> at(JsonNode event, String path) {
        JsonNode place = event;
        Matcher step = STEP.matcher(path);
        int end = 1;
        while (end < path.length()) {
            if (!step.find(end) || step.start() != end) {
                return Optional.empty();
            }
            place = next(place, step);
            end = step.end();
        }
        return place.isMissingNode() ? Optional.empty() : Optional.of(place);
    }

    private static JsonNode next(JsonNode place, Matcher step) {
        if (step.group(2) != null) {
            return step.group(2).length() < 9 ? place.path(Integer.parseInt(step.group(2))) : MissingNode.getInstance();
        }
        for (int group : new int[] {1, 3, 4}) {
            if (step.group(group) != null) {
                return place.path(step.group(group));
            }
        }
        return MissingNode.getInstance();
    }
}
