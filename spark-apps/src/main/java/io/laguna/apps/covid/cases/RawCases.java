package io.laguna.apps.covid.cases;

import io.laguna.apps.lake.ExternalTable;
import io.laguna.apps.lake.Zone;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The tables raw.cases_current, raw.cases_july_2020 and so on: the case files as they were delivered, for any Hive client. */
final class RawCases {

    private RawCases() {}

    /** Registers a table for each release that has a delivery, with the deliveries as partitions. */
    static void register(SparkSession spark, String raw, List<Manifest> deliveries) {
        Map<Release, List<Path>> folders = new EnumMap<>(Release.class);
        for (Manifest manifest : deliveries) {
            Release release = manifest.release();
            // Hive reads text by position: a file with the columns in an order of its own cannot be in the table.
            if (manifest.columns().equals(release.names())) {
                folders.computeIfAbsent(release, key -> new ArrayList<>())
                        .add(new Path(Deliveries.folder(raw), Deliveries.PREFIX + manifest.delivery()));
            }
        }
        for (Release release : Release.values()) {
            ExternalTable table = table(release, raw);
            if (folders.containsKey(release)) {
                table.register(spark, folders.get(release));
            } else {
                table.drop(spark);
            }
        }
    }

    private static ExternalTable table(Release release, String raw) {
        StructType columns = new StructType();
        for (Release.Column column : release.columns()) {
            columns = columns.add(
                    column.field().name().toLowerCase(Locale.ROOT),
                    DataTypes.StringType,
                    true,
                    "Published as '" + column.name() + "'");
        }
        return new ExternalTable(
                Zone.RAW.database(),
                "cases_" + release.name().toLowerCase(Locale.ROOT),
                Deliveries.folder(raw),
                "COVID-19 case files as delivered, header " + release.name(),
                columns,
                "delivery");
    }
}
