package io.laguna.apps.covid.recovery;

import io.laguna.apps.lake.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.SparkSession;

/**
 * The folder with the model. A new model is first written beside it, so that a run which fails while it writes leaves
 * the old one as it was.
 *
 * @param folder URI that PipelineModel.load takes
 */
record SavedModel(SparkSession spark, String folder) {

    void replace(PipelineModel model) {
        Path present = new Path(folder);
        Path aside = new Path(present.getParent(), "_" + present.getName() + ".new");
        try {
            model.write().overwrite().save(aside.toString());
            Folders.of(spark, folder).delete(present);
            if (!present.getFileSystem(spark.sessionState().newHadoopConf()).rename(aside, present)) {
                throw new IOException("Cannot rename " + aside + " to " + present);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot save the model to " + folder, e);
        }
    }
}
