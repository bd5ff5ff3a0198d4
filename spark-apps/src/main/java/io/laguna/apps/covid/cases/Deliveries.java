package io.laguna.apps.covid.cases;

import io.laguna.apps.lake.Folders;
import io.laguna.apps.lake.Summaries;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** The deliveries of case files in the raw zone. */
final class Deliveries {

    static final String PREFIX = "delivery=";

    private Deliveries() {}

    static String folder(String raw) {
        return raw + "/covid/cases";
    }

    /**
     * Returns all complete deliveries, oldest first. A delivery without a manifest is still being landed, or was given
     * up.
     */
    static List<Manifest> list(SparkSession spark, String raw) {
        List<Manifest> manifests = new ArrayList<>();
        for (Path folder : Folders.of(spark, raw).list(folder(raw), PREFIX)) {
            Summaries.read(spark, folder + "/_manifest.json", Manifest.class).ifPresent(manifest -> {
                if (!folder.getName().equals(PREFIX + manifest.delivery())) {
                    throw new IllegalStateException("The manifest in %s is that of delivery %s. Land the files again."
                            .formatted(folder, manifest.delivery()));
                }
                manifests.add(manifest);
            });
        }
        return manifests;
    }
}
