package io.laguna.glue.sink;

import io.laguna.glue.format.RecordOutput;
import io.laguna.glue.record.Struct;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;

/**
 * The writing of records to files: one for each task and partition, by AWS's names.
 *
 * @param run when the writing began, in milliseconds since 1970
 * @param keys the columns that are folders and not in the files
 * @param zone the time zone of timestamps
 */
record RecordWriting(
        String root, long run, List<String> keys, RecordOutput output, WholeFileCodec compression, String zone)
        implements Serializable {

    /** Writes the records of one task, and returns the partitions that they are in. */
    List<List<String>> write(int task, Iterator<Struct> records, Configuration configuration) {
        OpenFiles<RecordOutput.Open> files = new OpenFiles<>(values -> open(task, values, configuration));
        ZoneId zoneId = ZoneId.of(zone);
        try {
            while (records.hasNext()) {
                Struct record = records.next();
                List<String> values = new ArrayList<>(keys.size());
                Struct written = keys.isEmpty() ? record : record.copy();
                for (String key : keys) {
                    values.add(PartitionFolder.text(written.remove(key), zoneId));
                }
                files.of(values).write(written);
            }
            return files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private RecordOutput.Open open(int task, List<String> values, Configuration configuration) throws IOException {
        Optional<CompressionCodec> codec = compression.codec(configuration);
        String name = String.format("run-%d-part-r-%05d", run, task)
                + codec.map(CompressionCodec::getDefaultExtension).orElse("");
        Path file = new Path(new PartitionFolder(keys, values).below(root), name);
        OutputStream bytes = file.getFileSystem(configuration).create(file, true);
        return output.open(codec.isPresent() ? codec.get().createOutputStream(bytes) : bytes);
    }
}
