package io.laguna.pipelines.covid.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** The JSON of the raw zone: snake_case names, ISO instants, unknown names ignored. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Json() {}

    static byte[] write(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("A " + value.getClass().getSimpleName() + " has no JSON form", failure);
        }
    }

    /** Reads JSON. The {@link IngestException} that broken JSON leads to names it as {@code called} says. */
    static <T> T read(byte[] json, Class<T> type, String called) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException | IllegalArgumentException failure) {
            throw new IngestException(called + " is not readable: " + failure.getMessage(), failure);
        }
    }
}
