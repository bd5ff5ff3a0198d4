package io.laguna.glue.transform;

import io.laguna.glue.frame.Content;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.Cast;
import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.StructType;
import io.laguna.glue.schema.SchemaOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The mapping of fields: only what is mapped stays, in the order of the mappings. Dots take a field out of a struct, or put
 * it into one. A source that is not there is left out.
 */
public final class ApplyMapping {
    private ApplyMapping() {}

    public static DynamicFrame apply(
            DynamicFrame frame, List<MappingSpec> mappings, boolean caseSensitive, Stage stage) {
        List<MappingSpec> all = new ArrayList<>(mappings);
        if (frame.content() instanceof Content.Typed typed) {
            return DynamicFrame.ofStep(new MappedColumns(frame, caseSensitive).select(typed.rows(), all), stage, frame);
        }
        String timeZone = Columns.timeZone(frame);
        List<Cast> casts = new ArrayList<>();
        all.forEach(mapping -> casts.add(new Cast(mapping.targetType(), timeZone)));
        return Steps.each(
                frame,
                fields -> map(fields, all, casts, caseSensitive),
                schema -> schema(schema, all, caseSensitive),
                stage);
    }

    private static Struct map(Struct fields, List<MappingSpec> mappings, List<Cast> casts, boolean caseSensitive) {
        Struct mapped = new Struct(mappings.size());
        for (int i = 0; i < mappings.size(); i++) {
            MappingSpec mapping = mappings.get(i);
            Object value = Fields.get(fields, mapping.source(), caseSensitive);
            if (value != Fields.ABSENT) {
                boolean taken = value != null && mapping.takes(SchemaOf.typeName(value));
                Fields.put(mapped, mapping.target(), taken ? casts.get(i).apply(value) : null);
            }
        }
        return mapped;
    }

    private static StructType schema(StructType schema, List<MappingSpec> mappings, boolean caseSensitive) {
        StructType mapped = StructType.EMPTY;
        for (MappingSpec mapping : mappings) {
            Optional<GlueType> source = Types.get(schema, mapping.source(), caseSensitive);
            if (source.isPresent()) {
                mapped = Types.put(mapped, mapping.target().steps(), mapping.result(source.get()));
            }
        }
        return mapped;
    }
}
