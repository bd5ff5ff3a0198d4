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
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.GzipCodec;
import org.apache.hadoop.io.compress.SnappyCodec;
import org.apache.hadoop.util.ReflectionUtils;

/**
 * The writing of records to files: one for each task and partition, by AWS's names.
 *
 * @param run when the writing began, in milliseconds since 1970
 * @param keys the columns that are folders and not in the files
 */
record RecordWriting(
        String root, long run, List<String> keys, RecordOutput output, Optional<Compression> compression, String zone) {

    /** A compression of whole files. */
    enum Compression {
        GZIP(GzipCodec.class),
        BZIP2(BZip2Codec.class),
        SNAPPY(SnappyCodec.class);

        private final Class<? extends CompressionCodec> codec;

        Compression(Class<? extends CompressionCodec> codec) {
            this.codec = codec;
        }

        static Optional<Compression> of(String name) {
            String upper = name.toUpperCase(Locale.ROOT);
            if (upper.isEmpty() || upper.equals("NONE") || upper.equals("UNCOMPRESSED")) {
                return Optional.empty();
            }
            for (Compression each : values()) {
                if (each.name().equals(upper)) {
                    return Optional.of(each);
                }
            }
            throw new IllegalArgumentException("Unsupported compression: " + name + ". It is gzip, bzip2 or snappy");
        }
    }

    /** What a task carries; records do not serialize an {@link Optional}. */
    record Task(String root, long run, List<String> keys, RecordOutput output, String compression, String zone)
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
            Optional<CompressionCodec> codec =
                    Compression.of(compression).map(each -> ReflectionUtils.newInstance(each.codec, configuration));
            String name = String.format("run-%d-part-r-%05d", run, task)
                    + codec.map(CompressionCodec::getDefaultExtension).orElse("");
            Path file = new Path(new PartitionFolder(keys, values).below(root), name);
            OutputStream bytes = file.getFileSystem(configuration).create(file, true);
            return output.open(codec.isPresent() ? codec.get().createOutputStream(bytes) : bytes);
        }
    }

    Task task() {
        return new Task(root, run, keys, output, compression.map(Enum::name).orElse(""), zone);
    }
}
