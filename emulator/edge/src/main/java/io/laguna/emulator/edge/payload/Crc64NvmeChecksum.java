package io.laguna.emulator.edge.payload;

import io.laguna.emulator.kit.checksum.Crc64Nvme;
import java.nio.ByteBuffer;
import software.amazon.awssdk.checksums.SdkChecksum;

/** The CRC-64 of NVM Express in the SDK's form: the SDK itself has it in a native library only. */
final class Crc64NvmeChecksum implements SdkChecksum {
    private final Crc64Nvme sum = new Crc64Nvme();

    @Override
    public void update(int octet) {
        sum.update(octet);
    }

    @Override
    public void update(byte[] bytes, int start, int length) {
        sum.update(bytes, start, length);
    }

    @Override
    public long getValue() {
        return sum.getValue();
    }

    @Override
    public byte[] getChecksumBytes() {
        return ByteBuffer.allocate(Long.BYTES).putLong(getValue()).array();
    }

    @Override
    public void reset() {
        sum.reset();
    }

    @Override
    public void mark(int readLimit) {
        throw new UnsupportedOperationException("A body is read once");
    }
}
