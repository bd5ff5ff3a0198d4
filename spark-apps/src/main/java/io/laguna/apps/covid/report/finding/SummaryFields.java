package io.laguna.apps.covid.report.finding;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;

/**
 * The fields of a summary that another job wrote. A field that the job promises and did not write is an error, not a zero.
 *
 * @param name of the file, for messages
 */
public record SummaryFields(String name, JsonNode json) {

    long whole(String field) {
        JsonNode value = json.path(field);
        if (!value.canConvertToLong()) {
            throw new IllegalArgumentException(name + " has no whole number in '" + field + "': " + json);
        }
        return value.longValue();
    }

    /**
     * Returns a number; empty when the figure is absent or not a number, such as the AUC of a test set with one class.
     */
    OptionalDouble number(String field) {
        JsonNode value = json.path(field);
        return value.isNumber() && Double.isFinite(value.doubleValue())
                ? OptionalDouble.of(value.doubleValue())
                : OptionalDouble.empty();
    }

    /** Returns a text; empty when it is absent. */
    String text(String field) {
        return json.path(field).asText("");
    }

    LocalDate date(String field) {
        try {
            return LocalDate.parse(text(field));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " has no ISO date in '" + field + "': " + json, e);
        }
    }

    List<String> texts(String field) {
        return StreamSupport.stream(json.path(field).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Returns whole numbers by name, in the order of the file. */
    Map<String, Long> counts(String field) {
        Map<String, Long> counts = new LinkedHashMap<>();
        json.path(field)
                .fields()
                .forEachRemaining(
                        entry -> counts.put(entry.getKey(), entry.getValue().longValue()));
        return counts;
    }

    SummaryFields nested(String field) {
        return new SummaryFields(name, json.path(field));
    }
}
