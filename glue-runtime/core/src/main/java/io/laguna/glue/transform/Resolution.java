package io.laguna.glue.transform;

import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.Cast;
import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.ArrayType;
import io.laguna.glue.schema.GlueType.ChoiceType;
import io.laguna.glue.schema.GlueType.StructType;
import io.laguna.glue.schema.SchemaOf;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of one field when choices are resolved, of its values and of its type. */
sealed interface Resolution extends Serializable {

    /** Sets what the field's value becomes. */
    void put(Struct record, String name, Object value);

    /** Sets what the field's type becomes. */
    void put(Map<String, GlueType> fields, String name, GlueType type);

    /** The field stays. */
    record Keep() implements Resolution {
        @Override
        public void put(Struct record, String name, Object value) {
            record.put(name, value);
        }

        @Override
        public void put(Map<String, GlueType> fields, String name, GlueType type) {
            fields.put(name, type);
        }
    }

    /** Every value is cast. */
    record CastAll(Cast cast) implements Resolution {
        @Override
        public void put(Struct record, String name, Object value) {
            record.put(name, cast.apply(value));
        }

        @Override
        public void put(Map<String, GlueType> fields, String name, GlueType type) {
            fields.put(name, cast.target());
        }
    }

    /** The values of one type stay, others become null. */
    record Project(Cast cast) implements Resolution {
        @Override
        public void put(Struct record, String name, Object value) {
            boolean kept = value != null
                    && SchemaOf.typeName(value).equals(cast.target().typeName());
            record.put(name, kept ? cast.apply(value) : null);
        }

        @Override
        public void put(Map<String, GlueType> fields, String name, GlueType type) {
            GlueType target = cast.target();
            boolean bare = type instanceof ChoiceType choice
                    && !(target instanceof GlueType.Atomic)
                    && choice.choices().containsKey(target.typeName());
            fields.put(name, bare ? ((ChoiceType) type).choices().get(target.typeName()) : target);
        }
    }

    /** Each type becomes a field of its own. */
    record MakeColumns(List<String> types) implements Resolution {
        @Override
        public void put(Struct record, String name, Object value) {
            for (String type : types) {
                boolean kept = value != null && SchemaOf.typeName(value).equals(type);
                record.put(name + "_" + type, kept ? value : null);
            }
        }

        @Override
        public void put(Map<String, GlueType> fields, String name, GlueType type) {
            ((ChoiceType) type).choices().forEach((kind, each) -> fields.put(name + "_" + kind, each));
        }
    }

    /** Each type becomes a field of a struct. */
    record MakeStruct(List<String> types) implements Resolution {
        @Override
        public void put(Struct record, String name, Object value) {
            if (value == null) {
                record.put(name, null);
                return;
            }
            String kind = SchemaOf.typeName(value);
            Struct struct = new Struct(types.size());
            types.forEach(type -> struct.put(type, type.equals(kind) ? value : null));
            record.put(name, struct);
        }

        @Override
        public void put(Map<String, GlueType> fields, String name, GlueType type) {
            fields.put(name, new StructType(((ChoiceType) type).choices()));
        }
    }

    /** The fields of a struct are resolved. */
    record Inside(Map<String, Resolution> fields) implements Resolution {
        @Override
        public void put(Struct record, String name, Object value) {
            record.put(name, value instanceof Struct struct ? of(struct) : value);
        }

        /** Returns the struct with its fields resolved. */
        Struct of(Struct struct) {
            Struct resolved = new Struct(struct.size());
            struct.fields().forEach(field -> fields.getOrDefault(field.getKey(), new Keep())
                    .put(resolved, field.getKey(), field.getValue()));
            return resolved;
        }

        @Override
        public void put(Map<String, GlueType> types, String name, GlueType type) {
            if (type instanceof StructType struct) {
                types.put(name, of(struct));
            } else if (type instanceof ChoiceType choice) {
                Map<String, GlueType> choices = new LinkedHashMap<>(choice.choices());
                choices.computeIfPresent("struct", (kind, struct) -> of((StructType) struct));
                types.put(name, new ChoiceType(choices));
            } else {
                types.put(name, type);
            }
        }

        StructType of(StructType struct) {
            Map<String, GlueType> resolved = new LinkedHashMap<>();
            struct.fields().forEach((name, type) -> fields.getOrDefault(name, new Keep())
                    .put(resolved, name, type));
            return new StructType(resolved);
        }
    }

    /** The elements of an array are resolved. */
    record Elements(Resolution each) implements Resolution {
        @Override
        public void put(Struct record, String name, Object value) {
            if (!(value instanceof List<?> list)) {
                record.put(name, value);
                return;
            }
            List<Object> elements = new ArrayList<>(list.size());
            Struct holder = new Struct(1);
            for (Object element : list) {
                each.put(holder, name, element);
                elements.add(holder.get(name));
            }
            record.put(name, elements);
        }

        @Override
        public void put(Map<String, GlueType> fields, String name, GlueType type) {
            Map<String, GlueType> holder = new LinkedHashMap<>();
            each.put(holder, name, ((ArrayType) type).element());
            fields.put(name, new ArrayType(holder.get(name)));
        }
    }
}
