package io.laguna.glue.sink;

import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.GzipCodec;
import org.apache.hadoop.io.compress.SnappyCodec;
import org.apache.hadoop.util.ReflectionUtils;

/** A compression of whole files, by the name that a sink's option gives it. */
enum WholeFileCodec {
    NONE(Optional.empty()),
    GZIP(Optional.of(GzipCodec.class)),
    BZIP2(Optional.of(BZip2Codec.class)),
    SNAPPY(Optional.of(SnappyCodec.class));

    @SuppressWarnings("ImmutableEnumChecker") // A class does not change.
    private final Optional<Class<? extends CompressionCodec>> codec;

    WholeFileCodec(Optional<Class<? extends CompressionCodec>> codec) {
        this.codec = codec;
    }

    /**
     * Returns the compression of a name.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    static WholeFileCodec named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "", "none", "uncompressed" -> NONE;
            case "gzip" -> GZIP;
            case "bzip2" -> BZIP2;
            case "snappy" -> SNAPPY;
            default -> throw new IllegalArgumentException(
                    "Unsupported compression: " + name + ". It is gzip, bzip2 or snappy");
        };
    }

    Optional<CompressionCodec> codec(Configuration configuration) {
        return codec.map(type -> ReflectionUtils.newInstance(type, configuration));
    }
}
