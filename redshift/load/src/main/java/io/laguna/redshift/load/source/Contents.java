package io.laguna.redshift.load.source;

import io.airlift.compress.zstd.ZstdInputStream;
import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.LoadOptions;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.io.input.ReaderInputStream;

/** The contents of an object, without compression and in UTF-8. */
public final class Contents {
    private static final int BUFFER = 64 * 1024;

    private Contents() {}

    /** Returns the content of an object by the options of a COPY. */
    public static InputStream of(InputStream stream, LoadOptions options) throws IOException {
        InputStream plain = plain(stream, options);
        Optional<Charset> charset = options.value(LoadOption.ENCODING).flatMap(Contents::charset);
        if (charset.isEmpty()) {
            return plain;
        }
        InputStreamReader reader = new InputStreamReader(
                withoutMark(plain, charset.get()),
                charset.get()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return ReaderInputStream.builder()
                .setReader(reader)
                .setCharset(StandardCharsets.UTF_8)
                .setBufferSize(BUFFER)
                .get();
    }

    private static InputStream plain(InputStream stream, LoadOptions options) throws IOException {
        if (options.has(LoadOption.GZIP)) {
            return new GZIPInputStream(stream, BUFFER);
        } else if (options.has(LoadOption.BZIP2)) {
            return ofBzip2(stream);
        } else if (options.has(LoadOption.ZSTD)) {
            return new ZstdInputStream(stream);
        }
        return stream;
    }

    /** Returns the content of a file of bzip2, which may be of several parts. */
    public static InputStream ofBzip2(InputStream stream) throws IOException {
        return new BZip2CompressorInputStream(new BufferedInputStream(stream, BUFFER), true);
    }

    /** Tells whether an encoding can be read. */
    public static boolean knows(String encoding) {
        return encoding.equalsIgnoreCase("utf8") || charset(encoding).isPresent();
    }

    private static Optional<Charset> charset(String encoding) {
        return switch (encoding.toUpperCase(Locale.ROOT)) {
            case "UTF16" -> Optional.of(StandardCharsets.UTF_16);
            case "UTF16LE" -> Optional.of(StandardCharsets.UTF_16LE);
            case "UTF16BE" -> Optional.of(StandardCharsets.UTF_16BE);
            case "ISO88591" -> Optional.of(StandardCharsets.ISO_8859_1);
            default -> Optional.empty();
        };
    }

    /** Passes a byte order mark, which the decoders of a known order would take for a character. */
    private static InputStream withoutMark(InputStream stream, Charset charset) throws IOException {
        boolean little = charset.equals(StandardCharsets.UTF_16LE);
        if (!little && !charset.equals(StandardCharsets.UTF_16BE)) {
            return stream;
        }
        InputStream buffered = new BufferedInputStream(stream, BUFFER);
        buffered.mark(2);
        int first = buffered.read();
        int second = buffered.read();
        if (first != (little ? 0xff : 0xfe) || second != (little ? 0xfe : 0xff)) {
            buffered.reset();
        }
        return buffered;
    }
}
