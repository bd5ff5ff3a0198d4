package io.laguna.glue.transform;

import io.laguna.glue.record.Struct;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;

/**
 * The keys of arrays: the arrays of a column are counted from 1 over all partitions in their order.
 *
 * @param before how many arrays of a column lie in the partitions before each partition
 */
record ArrayKeys(Map<String, long[]> before) implements Serializable {
    static final String ID = "id";
    static final String INDEX = "index";

    static ArrayKeys of(JavaRDD<Struct> records, List<String> columns) {
        int partitions = records.getNumPartitions();
        Map<String, long[]> before = new LinkedHashMap<>();
        columns.forEach(column -> before.put(column, new long[partitions]));
        if (columns.isEmpty() || partitions < 2) {
            return new ArrayKeys(before);
        }
        List<String> names = new ArrayList<>(columns);
        List<long[]> counts = records.mapPartitions(
                        part -> List.of(count(part, names)).iterator())
                .collect();
        for (int column = 0; column < names.size(); column++) {
            long[] sums = before.get(names.get(column));
            for (int partition = 1; partition < partitions; partition++) {
                sums[partition] = sums[partition - 1] + counts.get(partition - 1)[column];
            }
        }
        return new ArrayKeys(before);
    }

    private static long[] count(Iterator<Struct> records, List<String> columns) {
        long[] counts = new long[columns.size()];
        records.forEachRemaining(record -> {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += record.get(columns.get(i)) instanceof List ? 1 : 0;
            }
        });
        return counts;
    }

    /** Returns the records with keys where arrays were. */
    JavaRDD<Struct> inPlaceOfArrays(JavaRDD<Struct> records) {
        if (before.isEmpty()) {
            return records;
        }
        return records.mapPartitionsWithIndex((partition, part) -> keyed(partition, part), true);
    }

    private Iterator<Struct> keyed(int partition, Iterator<Struct> records) {
        Map<String, Long> last = new LinkedHashMap<>();
        before.forEach((column, sums) -> last.put(column, sums[partition]));
        return new Mapped<>(records, record -> {
            Struct keyed = record.copy();
            last.replaceAll((column, key) -> {
                if (!(record.get(column) instanceof List)) {
                    return key;
                }
                keyed.put(column, key + 1);
                return key + 1;
            });
            return keyed;
        });
    }

    /** Returns the elements of one column's arrays as records. */
    JavaRDD<Struct> elements(JavaRDD<Struct> records, String column) {
        return records.mapPartitionsWithIndex(
                        (partition, part) -> {
                            long[] key = {before.get(column)[partition]};
                            return new Mapped<>(
                                    part,
                                    record -> record.get(column) instanceof List<?> list
                                            ? elements(++key[0], list, column)
                                            : List.<Struct>of());
                        },
                        true)
                .flatMap(List::iterator);
    }

    private static List<Struct> elements(long key, List<?> list, String column) {
        List<Struct> elements = new ArrayList<>(list.size());
        for (Object element : list) {
            Struct record = Struct.of(ID, key, INDEX, elements.size());
            FlatRecord.put(column + Unnest.VALUE, element, record);
            elements.add(record);
        }
        return elements;
    }
}
