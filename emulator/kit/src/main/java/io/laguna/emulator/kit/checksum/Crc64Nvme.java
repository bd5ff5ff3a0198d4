package io.laguna.emulator.kit.checksum;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.Checksum;

/**
 * The CRC-64 of NVM Express, sixteen bytes at a time.
 *
 * @see <a href="https://reveng.sourceforge.io/crc-catalogue/all.htm#crc.cat.crc-64-nvme">Its parameters</a>
 */
public final class Crc64Nvme implements Checksum {
    private static final int SLICES = 16;
    private static final int VALUES = 256;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The tables of a slice's bytes, the last byte first: what each value of the byte adds to the sum after the bytes behind it. */
    private static final long[] TABLES = tables();

    private long crc = ~0L;

    @Override
    public void update(int octet) {
        crc = TABLES[(int) (crc ^ octet) & 0xFF] ^ crc >>> 8;
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        long sum = crc;
        int at = offset;
        int end = offset + length;
        for (; at + SLICES <= end; at += SLICES) {
            sum = slice(sum ^ (long) WORD.get(bytes, at), SLICES - Long.BYTES)
                    ^ slice((long) WORD.get(bytes, at + Long.BYTES), 0);
        }
        for (; at < end; at++) {
            sum = TABLES[(int) (sum ^ bytes[at]) & 0xFF] ^ sum >>> 8;
        }
        crc = sum;
    }

    /**
     * Returns what eight bytes of a slice add to the sum.
     *
     * @param behind how many bytes of the slice come after these eight
     */
    private static long slice(long word, int behind) {
        int last = behind * VALUES;
        return TABLES[last + 7 * VALUES + ((int) word & 0xFF)]
                ^ TABLES[last + 6 * VALUES + ((int) (word >>> 8) & 0xFF)]
                ^ TABLES[last + 5 * VALUES + ((int) (word >>> 16) & 0xFF)]
                ^ TABLES[last + 4 * VALUES + ((int) (word >>> 24) & 0xFF)]
                ^ TABLES[last + 3 * VALUES + ((int) (word >>> 32) & 0xFF)]
                ^ TABLES[last + 2 * VALUES + ((int) (word >>> 40) & 0xFF)]
                ^ TABLES[last + VALUES + ((int) (word >>> 48) & 0xFF)]
                ^ TABLES[last + ((int) (word >>> 56) & 0xFF)];
    }

    @Override
    public long getValue() {
        return ~crc;
    }

    @Override
    public void reset() {
        crc = ~0L;
    }

    private static long[] tables() {
        long[] tables = new long[SLICES * VALUES];
        for (int value = 0; value < VALUES; value++) {
            long crc = value;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ CrcPolynomial.CRC64NVME.reflected();
            }
            tables[value] = crc;
        }
        for (int at = VALUES; at < tables.length; at++) {
            long before = tables[at - VALUES];
            tables[at] = tables[(int) before & 0xFF] ^ before >>> 8;
        }
        return tables;
    }
}
