package io.laguna.engines.metastore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.thrift.TBase;
import org.apache.thrift.TFieldIdEnum;
import org.apache.thrift.meta_data.FieldMetaData;
import org.apache.thrift.meta_data.FieldValueMetaData;
import org.apache.thrift.meta_data.ListMetaData;
import org.apache.thrift.meta_data.StructMetaData;

/** The names of databases and tables in the metastore's structures, found by the structures' own description. */
final class NameFields {
    /** The names of databases and tables in requests and structures, without their capitals and underscores. */
    private static final Set<String> NAMES = Set.of("dbname", "tblname", "tablename", "tblnames");

    private final Map<Class<?>, List<Field>> fields = new ConcurrentHashMap<>();

    /** A field that is a name, or has names inside. */
    private record Field(TFieldIdEnum id, boolean isName) {}

    /**
     * Tells whether a field holds a name.
     *
     * @param struct the structure, or the method whose argument it is
     */
    static boolean isName(String struct, String field) {
        if (field.equals("name")) {
            return Set.of(
                            "Database",
                            "get_database",
                            "drop_database",
                            "drop_table",
                            "drop_table_with_environment_context")
                    .contains(struct);
        }
        return NAMES.contains(field.replace("_", "").toLowerCase(Locale.ROOT));
    }

    /** Changes all names in a value, which may be a structure or a list of them. */
    void change(Object value, UnaryOperator<String> spelling) {
        if (value instanceof Collection<?> all) {
            all.forEach(one -> change(one, spelling));
        } else if (value instanceof TBase<?, ?> struct) {
            changeStruct(struct, spelling);
        }
    }

    /** Returns a name, or a list of names, in another spelling. */
    static Object respelled(Object value, UnaryOperator<String> spelling) {
        if (value instanceof String name) {
            return spelling.apply(name);
        }
        if (value instanceof List<?> names) {
            List<Object> changed = new ArrayList<>();
            names.forEach(name -> changed.add(respelled(name, spelling)));
            return changed;
        }
        return value;
    }

    private <F extends TFieldIdEnum> void changeStruct(TBase<?, F> struct, UnaryOperator<String> spelling) {
        for (Field field : of(struct.getClass())) {
            @SuppressWarnings("unchecked")
            F id = (F) field.id();
            if (!struct.isSet(id)) {
                continue;
            }
            Object value = struct.getFieldValue(id);
            if (field.isName()) {
                struct.setFieldValue(id, respelled(value, spelling));
            } else {
                change(value, spelling);
            }
        }
    }

    private List<Field> of(Class<?> struct) {
        List<Field> known = fields.get(struct);
        if (known == null) {
            known = described(struct);
            fields.put(struct, known);
        }
        return known;
    }

    private List<Field> described(Class<?> struct) {
        List<Field> found = new ArrayList<>();
        description(struct).forEach((id, field) -> {
            if (isName(struct.getSimpleName(), field.fieldName)) {
                found.add(new Field(id, true));
            } else if (hasNames(field.valueMetaData)) {
                found.add(new Field(id, false));
            }
        });
        return List.copyOf(found);
    }

    private boolean hasNames(FieldValueMetaData value) {
        if (value instanceof ListMetaData list) {
            return hasNames(list.elemMetaData);
        }
        return value instanceof StructMetaData nested && !of(nested.structClass).isEmpty();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<TFieldIdEnum, FieldMetaData> description(Class<?> struct) {
        return (Map<TFieldIdEnum, FieldMetaData>)
                (Map<?, ?>) FieldMetaData.getStructMetaDataMap((Class<? extends TBase>) struct);
    }
}
