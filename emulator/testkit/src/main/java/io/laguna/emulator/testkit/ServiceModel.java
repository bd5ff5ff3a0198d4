package io.laguna.emulator.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** AWS's own model of a service: what the SDK's types do not say of the members of requests. */
final class ServiceModel {
    private final JsonNode model;

    private ServiceModel(JsonNode model) {
        this.model = model;
    }

    /** Reads a model of {@code com.amazonaws:aws-java-sdk-models}: {@code glue-2017-03-31}. */
    static ServiceModel read(String name) {
        try (InputStream stream = ServiceModel.class.getResourceAsStream("/models/" + name + "-model.json")) {
            return new ServiceModel(new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the members of an operation's request by which a repetition is known: one, or none. */
    Stream<String> clientTokens(String operation) {
        return names(input(operation).path("members")).stream()
                // Some ids are marked as tokens too.
                .filter(member -> member.toLowerCase(Locale.ROOT).endsWith("token"))
                .filter(member -> isToken(input(operation), member));
    }

    private static boolean isToken(JsonNode input, String member) {
        return input.path("members").path(member).path("idempotencyToken").asBoolean();
    }

    /** Tells whether an operation does not work without some member of its request. */
    boolean requires(String operation) {
        return !input(operation).path("required").isEmpty();
    }

    /** Returns values that break the constraints on a request's texts and numbers. */
    List<BrokenMember> broken(String operation) {
        JsonNode input = input(operation);
        List<BrokenMember> broken = new ArrayList<>();
        for (JsonNode required : input.path("required")) {
            // Clients of AWS fill in a token that is not given.
            if (!isToken(input, required.asText())) {
                broken.add(BrokenMember.missing(required.asText()));
            }
        }
        for (String member : names(input.path("members"))) {
            JsonNode shape = shape(input, member);
            switch (shape.path("type").asText()) {
                case "string" -> broken.addAll(BrokenMember.texts(member, shape));
                case "integer" -> broken.addAll(BrokenMember.numbers(member, shape));
                default -> {}
            }
        }
        return broken;
    }

    /** Returns the smallest number that a member may be, 1 where the model does not say. */
    int least(String operation, String member) {
        return shape(input(operation), member).path("min").asInt(1);
    }

    private JsonNode shape(JsonNode input, String member) {
        return model.path("shapes")
                .path(input.path("members").path(member).path("shape").asText());
    }

    private JsonNode input(String operation) {
        return model.path("shapes")
                .path(model.path("operations")
                        .path(operation)
                        .path("input")
                        .path("shape")
                        .asText());
    }

    private static List<String> names(JsonNode object) {
        Iterable<String> names = object::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }
}
