package io.laguna.glue.transform;

import io.laguna.glue.record.Struct;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** Records by the values of their keys. Numbers of different types are the same key; null is no key of any record. */
final class Keys {
    private Keys() {}

    /** Returns the records that have all keys. */
    static JavaPairRDD<List<Object>, Struct> pairs(JavaRDD<Struct> records, List<FieldPath> paths) {
        return records.mapToPair(record -> new Tuple2<>(key(record, paths), record))
                .filter(pair -> !pair._1().contains(null));
    }

    /** Returns the values of a record's keys: null where there is none. */
    static List<Object> key(Struct record, List<FieldPath> paths) {
        List<Object> key = new ArrayList<>(paths.size());
        for (FieldPath path : paths) {
            Object value = Fields.get(record, path, true);
            key.add(value == Fields.ABSENT ? null : comparable(value));
        }
        return key;
    }

    private static Object comparable(Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            BigDecimal decimal = new BigDecimal(number.toString()).stripTrailingZeros();
            return decimal.signum() == 0 ? BigDecimal.ZERO : decimal;
        }
        return value;
    }
}
