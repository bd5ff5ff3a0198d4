package io.laguna.emulator.glue.classifier;

import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.kit.shape.Shapes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.glue.model.Classifier;
import software.amazon.awssdk.utils.builder.SdkBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * A classifier of one of the four kinds, which have their common members in common by name only.
 *
 * @param kind the member of a request, and of a {@link Classifier}, that has it: {@code CsvClassifier}
 * @param members by their names
 */
record AnyClassifier(String kind, SdkPojo shape, Map<String, Object> members) {
    /**
     * Returns the classifier that a request gives.
     *
     * @throws software.amazon.awssdk.services.glue.model.InvalidInputException unless it gives one
     */
    static AnyClassifier of(SdkPojo request) {
        List<SdkField<?>> given = request.sdkFields().stream()
                .filter(field -> Shapes.value(field, request).isPresent())
                .toList();
        if (given.size() != 1) {
            throw Failures.invalid(
                    "Exactly one of GrokClassifier, XMLClassifier, JsonClassifier and CsvClassifier must be"
                            + " given.");
        }
        SdkPojo shape = (SdkPojo) Shapes.value(given.get(0), request).orElseThrow();
        Map<String, Object> members = new HashMap<>();
        shape.sdkFields().forEach(field -> Shapes.value(field, shape)
                .ifPresent(value -> members.put(field.memberName(), value)));
        return new AnyClassifier(given.get(0).memberName(), shape, Map.copyOf(members));
    }

    String name() {
        return String.valueOf(members.get("Name"));
    }

    /** Returns a new classifier. */
    Classifier created(Instant now) {
        return built(SdkField::constructor, Map.of("CreationTime", now, "LastUpdated", now, "Version", 1L));
    }

    /** Returns an earlier classifier of the kind with the members that are given here; the others stay. */
    Classifier over(AnyClassifier earlier, Instant now) {
        long version = (Long) earlier.members().get("Version");
        return built(
                field -> () -> (SdkPojo) ((ToCopyableBuilder<?, ?>) earlier.shape()).toBuilder(),
                Map.of("LastUpdated", now, "Version", version + 1));
    }

    /** The way to a builder of the kind. */
    @FunctionalInterface
    private interface Start {
        Supplier<SdkPojo> of(SdkField<?> kind);
    }

    private Classifier built(Start start, Map<String, Object> stamps) {
        Classifier.Builder union = Classifier.builder();
        SdkField<?> field = union.sdkFields().stream()
                .filter(each -> each.memberName().equals(kind))
                .findFirst()
                .orElseThrow();
        SdkPojo builder = start.of(field).get();
        for (SdkField<?> member : builder.sdkFields()) {
            Object value = stamps.getOrDefault(member.memberName(), members.get(member.memberName()));
            if (value != null) {
                member.set(builder, value);
            }
        }
        field.set(union, ((SdkBuilder<?, ?>) builder).build());
        return union.build();
    }
}
