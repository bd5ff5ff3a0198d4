package io.laguna.apps.covid.cases;

import io.laguna.apps.covid.cases.Manifest.LandedFile;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The order in which rows win over one another: by delivery, then by file name, then by position in the file. One
 * number stands for the three, so that six million rows are compared without a string.
 */
final class Sources implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The bits for a position: enough for a file of 16 TB, and for half a million files beside them. */
    private static final int POSITION_BITS = 44;

    private record Source(String delivery, String file) {}

    private final HashMap<String, Long> ordinals = new HashMap<>();

    /**
     * Creates the order among rows merged before and rows of the files that come now.
     *
     * @param merged deliveries whose rows may be in the current snapshot
     */
    Sources(Collection<String> merged, List<Manifest> arriving) {
        TreeSet<Source> sources =
                new TreeSet<>(Comparator.comparing(Source::delivery).thenComparing(Source::file));
        merged.forEach(delivery -> sources.add(new Source(delivery, "")));
        for (Manifest manifest : arriving) {
            for (LandedFile file : manifest.files()) {
                sources.add(new Source(manifest.delivery(), new Path(file.key()).getName()));
            }
        }
        long ordinal = 0;
        for (Source source : sources) {
            ordinals.put(key(source.delivery(), source.file()), ordinal);
            ordinal++;
        }
    }

    /** Returns the rank of a file's first row; the rank of the row at position p is greater by p. */
    long rank(String delivery, String file) {
        Long ordinal = ordinals.get(key(delivery, file));
        if (ordinal == null) {
            throw new IllegalStateException("No manifest names the file %s of delivery %s.".formatted(file, delivery));
        }
        return ordinal << POSITION_BITS;
    }

    /** Returns the ranks of rows merged before: {@code delivery STRING, rank LONG}. */
    Dataset<Row> ranks(SparkSession spark, Collection<String> merged) {
        List<Row> rows = new ArrayList<>();
        merged.forEach(delivery -> rows.add(RowFactory.create(delivery, rank(delivery, ""))));
        return spark.createDataFrame(
                rows,
                new StructType().add(CaseRows.DELIVERY, DataTypes.StringType).add(CaseRows.RANK, DataTypes.LongType));
    }

    private static String key(String delivery, String file) {
        return delivery + "/" + file;
    }
}
