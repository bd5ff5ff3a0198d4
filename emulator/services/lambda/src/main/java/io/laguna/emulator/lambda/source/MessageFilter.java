package io.laguna.emulator.lambda.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.FilterCriteria;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;

/**
 * The filter of an event source mapping: AWS's own matcher of events decides, over a message's record, whose body is an object
 * where it is one in JSON.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html">Event filtering with Amazon SQS</a>
 */
final class MessageFilter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 10;

    private final Optional<Machine> machine;

    private MessageFilter(Optional<Machine> machine) {
        this.machine = machine;
    }

    static MessageFilter of(EventSourceMappingConfiguration mapping) {
        List<Filter> filters = Optional.ofNullable(mapping.filterCriteria())
                .map(FilterCriteria::filters)
                .orElse(List.of());
        if (filters.isEmpty()) {
            return new MessageFilter(Optional.empty());
        }
        Machine machine = Machine.builder().build();
        try {
            for (int i = 0; i < filters.size(); i++) {
                machine.addRule(Integer.toString(i), filters.get(i).pattern());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A pattern that was taken is none", e);
        }
        return new MessageFilter(Optional.of(machine));
    }

    /** Checks filters as they come with a request. */
    static void check(FilterCriteria criteria) {
        List<Filter> filters =
                Optional.ofNullable(criteria).map(FilterCriteria::filters).orElse(List.of());
        if (filters.size() > MOST) {
            throw Failures.invalid("An event source mapping has at most " + MOST + " filters.");
        }
        for (Filter filter : filters) {
            String pattern = Optional.ofNullable(filter.pattern()).orElse("");
            new Constraints()
                    .length("filterCriteria.filters.member.pattern", pattern, 0, 4096)
                    .check();
            if (JsonRuleCompiler.check(pattern) != null) {
                throw Failures.invalid("Invalid filter pattern definition.");
            }
        }
    }

    boolean takes(ObjectNode record) {
        if (machine.isEmpty()) {
            return true;
        }
        ObjectNode event = record.deepCopy();
        body(record.path("body").asText()).ifPresent(body -> event.set("body", body));
        return !machine.get().rulesForJSONEvent(event).isEmpty();
    }

    private static Optional<JsonNode> body(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
