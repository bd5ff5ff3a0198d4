package io.laguna.redshift.load.unload;

import io.airlift.compress.zstd.ZstdOutputStream;
import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.LoadOptions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** The compression that an UNLOAD asks for. */
final class Compressed {
    private static final int BUFFER = 64 * 1024;

    private Compressed() {}

    static OutputStream of(OutputStream file, LoadOptions options) throws IOException {
        if (options.has(LoadOption.GZIP)) {
            return new BufferedOutputStream(new GZIPOutputStream(file, BUFFER), BUFFER);
        } else if (options.has(LoadOption.BZIP2)) {
            return new BufferedOutputStream(new BZip2CompressorOutputStream(file), BUFFER);
        } else if (options.has(LoadOption.ZSTD)) {
            return new BufferedOutputStream(new ZstdOutputStream(file), BUFFER);
        }
        return new BufferedOutputStream(file, BUFFER);
    }
}
