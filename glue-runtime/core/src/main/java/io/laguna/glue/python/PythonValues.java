package io.laguna.glue.python;

import io.laguna.glue.record.Struct;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of records in the classes that a pickler takes, and made of those that an unpickler gives. */
final class PythonValues {
    private static final String STRUCT = "s";
    private static final String DATE = "d";
    private static final String TIME = "t";

    private PythonValues() {}

    static Object of(Object value) {
        if (value instanceof Struct struct) {
            Map<String, Object> dict = new LinkedHashMap<>();
            struct.fields().forEach(field -> dict.put(field.getKey(), of(field.getValue())));
            return dict;
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> dict = new LinkedHashMap<>();
            map.forEach((key, each) -> dict.put(key, of(each)));
            return dict;
        } else if (value instanceof List<?> list) {
            List<Object> values = new ArrayList<>(list.size());
            list.forEach(each -> values.add(of(each)));
            return values;
        } else if (value instanceof Timestamp timestamp) {
            return new PythonTime(timestamp.toLocalDateTime());
        } else if (value instanceof LocalDateTime time) {
            return new PythonTime(time);
        } else if (value instanceof Date date) {
            return new PythonDate(date.toLocalDate());
        }
        return value;
    }

    static Struct struct(List<?> names, List<?> values) {
        Struct struct = new Struct(names.size());
        for (int i = 0; i < names.size(); i++) {
            struct.put(String.valueOf(names.get(i)), value(values.get(i)));
        }
        return struct;
    }

    private static Object value(Object value) {
        if (value instanceof Object[] tuple) {
            return tagged(tuple);
        } else if (value instanceof Collection<?> collection) {
            List<Object> list = new ArrayList<>(collection.size());
            collection.forEach(each -> list.add(value(each)));
            return list;
        } else if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return value;
    }

    private static Object tagged(Object[] tuple) {
        return switch ((String) tuple[0]) {
            case STRUCT -> struct((List<?>) tuple[1], (List<?>) tuple[2]);
            case DATE -> Date.valueOf((String) tuple[1]);
            case TIME -> Timestamp.valueOf((String) tuple[1]);
            default -> throw new IllegalStateException("No value of Python: " + tuple[0]);
        };
    }
}
