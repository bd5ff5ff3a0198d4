package io.laguna.apps.lake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.catalog.CatalogStorageFormat;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTablePartition;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import scala.Option;
import scala.Predef;
import scala.collection.JavaConverters;

/**
 * The partitions of a table in the catalog. All are added in one call and moved in one call: a metastore does either in
 * a transaction, and one call per month of report would cost seconds.
 */
final class Partitions {

    private final SessionCatalog catalog;
    private final CatalogTable table;

    Partitions(SparkSession spark, CatalogTable table) {
        this.catalog = spark.sessionState().catalog();
        this.table = table;
    }

    List<String> locations() {
        return registered().values().stream()
                .map(partition -> partition.location().toString())
                .toList();
    }

    /** Makes the catalog's partitions the same as those in {@code folders}. */
    void become(List<Path> folders) {
        Map<Map<String, String>, CatalogTablePartition> vanished = registered();
        List<CatalogTablePartition> added = new ArrayList<>();
        List<CatalogTablePartition> moved = new ArrayList<>();
        for (Path folder : folders) {
            CatalogTablePartition partition = partition(folder);
            CatalogTablePartition known = vanished.remove(JavaConverters.mapAsJavaMap(partition.spec()));
            if (known == null) {
                added.add(partition);
            } else if (!new Path(known.location()).equals(new Path(partition.location()))) {
                moved.add(partition);
            }
        }
        if (!added.isEmpty()) {
            catalog.createPartitions(table.identifier(), JavaConverters.asScalaBuffer(added), true);
        }
        if (!moved.isEmpty()) {
            catalog.alterPartitions(table.identifier(), JavaConverters.asScalaBuffer(moved));
        }
        if (!vanished.isEmpty()) {
            List<scala.collection.immutable.Map<String, String>> specs =
                    vanished.values().stream().map(CatalogTablePartition::spec).toList();
            catalog.dropPartitions(table.identifier(), JavaConverters.asScalaBuffer(specs), true, false, true);
        }
    }

    private Map<Map<String, String>, CatalogTablePartition> registered() {
        Map<Map<String, String>, CatalogTablePartition> registered = new LinkedHashMap<>();
        for (CatalogTablePartition partition :
                JavaConverters.seqAsJavaList(catalog.listPartitions(table.identifier(), Option.empty()))) {
            registered.put(Map.copyOf(JavaConverters.mapAsJavaMap(partition.spec())), partition);
        }
        return registered;
    }

    private CatalogTablePartition partition(Path folder) {
        Map<String, String> spec = new LinkedHashMap<>();
        Path level = folder;
        for (int i = 0; i < table.partitionColumnNames().size(); i++) {
            String name = level.getName();
            int equals = name.indexOf('=');
            spec.put(
                    ExternalCatalogUtils.unescapePathName(name.substring(0, equals)),
                    ExternalCatalogUtils.unescapePathName(name.substring(equals + 1)));
            level = level.getParent();
        }
        CatalogStorageFormat storage = table.storage();
        return new CatalogTablePartition(
                immutable(spec),
                new CatalogStorageFormat(
                        Option.apply(folder.toUri()),
                        storage.inputFormat(),
                        storage.outputFormat(),
                        storage.serde(),
                        false,
                        storage.properties()),
                immutable(Map.of()),
                System.currentTimeMillis(),
                -1L,
                Option.empty());
    }

    private static scala.collection.immutable.Map<String, String> immutable(Map<String, String> map) {
        return JavaConverters.mapAsScalaMap(map).toMap(Predef.$conforms());
    }
}
