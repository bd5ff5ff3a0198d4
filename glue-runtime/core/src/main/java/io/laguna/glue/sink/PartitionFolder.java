package io.laguna.glue.sink;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import io.laguna.glue.format.Texts;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils;

/**
 * The folder of one partition.
 *
 * @param values the values of the partition columns, as texts
 */
@DefaultSerializer(JavaSerializer.class)
record PartitionFolder(List<String> keys, List<String> values) implements Serializable {
    static final String DEFAULT = "__HIVE_DEFAULT_PARTITION__";

    /** Returns the text of a partition's value; null and the empty text are in the default partition. */
    static String text(Object value, ZoneId zone) {
        String text = value == null ? "" : Texts.of(value, zone);
        return text.isEmpty() ? DEFAULT : text;
    }

    /** Returns the folder below a table's. */
    Path below(String root) {
        Path folder = new Path(root);
        for (int i = 0; i < keys.size(); i++) {
            folder = new Path(
                    folder,
                    ExternalCatalogUtils.escapePathName(keys.get(i)) + "="
                            + ExternalCatalogUtils.escapePathName(values.get(i)));
        }
        return folder;
    }
}
