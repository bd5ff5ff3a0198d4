package io.laguna.engines.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** The codec that {@code --outputCodec} gives to copied files. The codec of a source file is told by its name. */
enum CopyCodec {
    /** Leaves the bytes as they are. */
    KEEP(""),
    /** Writes uncompressed files, from compressed ones too. */
    NONE(""),
    GZIP(".gz"),
    SNAPPY(".snappy");

    private final String ending;

    CopyCodec(String ending) {
        this.ending = ending;
    }

    /**
     * Returns the codec of a name.
     *
     * @throws IllegalArgumentException when there is none of this name here
     */
    static CopyCodec of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "keep" -> KEEP;
            case "none" -> NONE;
            case "gzip", "gz" -> GZIP;
            case "snappy" -> SNAPPY;
            case "lzo" -> throw new IllegalArgumentException(
                    "--outputCodec=lzo is not there: its library is not free to be brought along. Use gzip or snappy");
            default -> throw new IllegalArgumentException("--outputCodec=" + name + " is not known");
        };
    }

    /** Returns the name of a file after the copy: this codec's ending replaces the ending of the source's codec. */
    String rename(String file) {
        return this == KEEP ? file : file.replaceFirst("\\.(gz|gzip|snappy|bz2|deflate|lz4|zst)$", "") + ending;
    }

    InputStream reading(Configuration configuration, Path file, InputStream content) throws IOException {
        Optional<CompressionCodec> codec =
                Optional.ofNullable(new CompressionCodecFactory(configuration).getCodec(file));
        return this == KEEP || codec.isEmpty() ? content : codec.get().createInputStream(content);
    }

    OutputStream writing(Configuration configuration, OutputStream content) throws IOException {
        return switch (this) {
            case KEEP, NONE -> content;
            case GZIP, SNAPPY -> new CompressionCodecFactory(configuration)
                    .getCodec(new Path("file" + ending))
                    .createOutputStream(content);
        };
    }
}
