package io.laguna.redshift.load.record;

import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.apache.avro.file.Codec;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileConstants;

/** Avro's codec {@code snappy} in plain Java: a block, and behind it the checksum of what is in it. */
final class AvroSnappy extends Codec {
    private static final int CHECKSUM = 4;

    /** Makes the codec known to Avro, instead of the one that needs a library of C. */
    static void register() {
        CodecFactory.addCodec(DataFileConstants.SNAPPY_CODEC, new CodecFactory() {
            @Override
            protected Codec createInstance() {
                return new AvroSnappy();
            }
        });
    }

    @Override
    public String getName() {
        return DataFileConstants.SNAPPY_CODEC;
    }

    @Override
    public ByteBuffer compress(ByteBuffer plain) {
        SnappyCompressor compressor = new SnappyCompressor();
        byte[] source = bytes(plain);
        byte[] block = new byte[compressor.maxCompressedLength(source.length) + CHECKSUM];
        int length = compressor.compress(source, 0, source.length, block, 0, block.length - CHECKSUM);
        ByteBuffer whole = ByteBuffer.wrap(block, 0, length + CHECKSUM);
        whole.putInt(length, checksum(source, source.length));
        return whole;
    }

    @Override
    public ByteBuffer decompress(ByteBuffer compressed) throws IOException {
        byte[] block = bytes(compressed);
        int length = block.length - CHECKSUM;
        byte[] plain = new byte[SnappyDecompressor.getUncompressedLength(block, 0)];
        int size = new SnappyDecompressor().decompress(block, 0, length, plain, 0, plain.length);
        if (ByteBuffer.wrap(block).getInt(length) != checksum(plain, size)) {
            throw new IOException("Damaged block of an Avro file");
        }
        return ByteBuffer.wrap(plain, 0, size);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AvroSnappy;
    }

    @Override
    public int hashCode() {
        return getName().hashCode();
    }
}
