package io.laguna.glue.source;

import io.laguna.glue.format.Slice;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.io.compress.GzipCodec;
import org.apache.hadoop.util.ReflectionUtils;

/** A part of a file that a task reads. */
record FileSlice(InputFile input, long start, long end) implements Serializable {

    /** Returns the codec of a file: the one that is said or, when nothing is said, that of the name's ending. */
    static Optional<CompressionCodec> codec(Configuration configuration, String path, String said) {
        if (said.isEmpty() || said.equalsIgnoreCase("none")) {
            return Optional.ofNullable(new CompressionCodecFactory(configuration).getCodec(new Path(path)));
        }
        Class<? extends CompressionCodec> type =
                switch (said.toLowerCase(java.util.Locale.ROOT)) {
                    case "gzip", "gz" -> GzipCodec.class;
                    case "bzip2", "bzip", "bz2" -> BZip2Codec.class;
                    default -> throw new IllegalArgumentException(
                            "Unsupported compressionType: " + said + ". It is gzip or bzip2");
                };
        return Optional.of(ReflectionUtils.newInstance(type, configuration));
    }

    /** Returns the bytes of the slice, decompressed. */
    Slice bytes(Configuration configuration, String compression) {
        return new Slice() {
            @Override
            public String name() {
                return input.file().name();
            }

            @Override
            public long start() {
                return start;
            }

            @Override
            public long end() {
                return end;
            }

            @Override
            public InputStream open(long position) throws IOException {
                Path path = new Path(input.file().path());
                FSDataInputStream stream = path.getFileSystem(configuration).open(path);
                Optional<CompressionCodec> codec = codec(configuration, path.toString(), compression);
                if (codec.isPresent()) {
                    return codec.get().createInputStream(stream);
                }
                stream.seek(position);
                return stream;
            }
        };
    }
}
