package io.laguna.redshift.load.orc;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import io.laguna.redshift.load.plan.FileRefused;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.orc.OrcProto;

/**
 * A stream of an ORC file, which is compressed in chunks.
 *
 * @see <a href="https://orc.apache.org/specification/ORCv1/">ORC specification, Compression</a>
 */
final class OrcBytes {
    private static final int HEADER = 3;

    private final OrcProto.CompressionKind kind;
    private final int chunkSize;
    private final byte[] source;
    private int next;
    private final int end;
    private byte[] plain = {};
    private int at;
    private int limit;

    OrcBytes(OrcProto.CompressionKind kind, int chunkSize, byte[] source, int from, int length) {
        this.kind = kind;
        this.chunkSize = chunkSize;
        this.source = source;
        this.next = from;
        this.end = from + length;
    }

    /** Returns all that is left. */
    static byte[] all(OrcProto.CompressionKind kind, int chunkSize, byte[] source, int from, int length)
            throws IOException {
        OrcBytes bytes = new OrcBytes(kind, chunkSize, source, from, length);
        byte[] all = {};
        int size = 0;
        while (bytes.fill()) {
            int more = bytes.limit - bytes.at;
            all = Arrays.copyOf(all, size + more);
            System.arraycopy(bytes.plain, bytes.at, all, size, more);
            size += more;
            bytes.at = bytes.limit;
        }
        return all;
    }

    private boolean fill() throws IOException {
        if (at < limit) {
            return true;
        }
        if (next >= end) {
            return false;
        }
        if (kind == OrcProto.CompressionKind.NONE) {
            plain = source;
            at = next;
            limit = end;
            next = end;
            return at < limit;
        }
        int header = (source[next] & 0xff) | ((source[next + 1] & 0xff) << 8) | ((source[next + 2] & 0xff) << 16);
        int length = header >> 1;
        int from = next + HEADER;
        next = from + length;
        if ((header & 1) == 1) {
            plain = source;
            at = from;
            limit = next;
        } else {
            plain = new byte[chunkSize];
            at = 0;
            limit = decompress(from, length);
        }
        return at < limit || fill();
    }

    private int decompress(int from, int length) throws IOException {
        return switch (kind) {
            case ZLIB -> inflate(from, length);
            case SNAPPY -> by(new SnappyDecompressor(), from, length);
            case LZ4 -> by(new Lz4Decompressor(), from, length);
            case ZSTD -> by(new ZstdDecompressor(), from, length);
            default -> throw new FileRefused("Compression " + kind + " of ORC is not supported");
        };
    }

    private int by(Decompressor decompressor, int from, int length) {
        return decompressor.decompress(source, from, length, plain, 0, plain.length);
    }

    private int inflate(int from, int length) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(source, from, length);
            return inflater.inflate(plain);
        } catch (DataFormatException e) {
            throw new IOException("Damaged chunk of an ORC file", e);
        } finally {
            inflater.end();
        }
    }

    int read() throws IOException {
        if (at == limit && !fill()) {
            throw new EOFException("Unexpected end of a stream of an ORC file");
        }
        return plain[at++] & 0xff;
    }

    void read(byte[] into, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (at == limit && !fill()) {
                throw new EOFException("Unexpected end of a stream of an ORC file");
            }
            int part = Math.min(length - done, limit - at);
            System.arraycopy(plain, at, into, done, part);
            at += part;
            done += part;
        }
    }

    /** Returns a number of so many bytes, the lowest first. */
    long little(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) read() << (8 * i);
        }
        return value;
    }

    /** Returns a number of so many bytes, the highest first. */
    long big(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = (value << 8) | read();
        }
        return value;
    }

    /** Returns a number in groups of seven bits, the lowest first. */
    long varint() throws IOException {
        long value = 0;
        int shift = 0;
        while (true) {
            int part = read();
            value |= (long) (part & 0x7f) << shift;
            if (part < 0x80) {
                return value;
            }
            shift += 7;
        }
    }

    static long zigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }
}
