package io.laguna.emulator.kit.checksum;

import java.util.zip.Checksum;

/**
 * The CRC-64 of NVM Express, eight bytes at a time.
 *
 * @see <a href="https://reveng.sourceforge.io/crc-catalogue/all.htm#crc.cat.crc-64-nvme">Its parameters</a>
 */
public final class Crc64Nvme implements Checksum {
    private static final long REFLECTED_POLYNOMIAL = 0x9A6C9329AC4BC9B5L;
    private static final int SLICES = 8;
    private static final long[][] TABLES = tables();

    private long crc = ~0L;

    @Override
    public void update(int octet) {
        crc = TABLES[0][(int) (crc ^ octet) & 0xFF] ^ crc >>> 8;
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        long sum = crc;
        int at = offset;
        int end = offset + length;
        for (; at + SLICES <= end; at += SLICES) {
            sum = TABLES[7][(int) (sum ^ bytes[at]) & 0xFF]
                    ^ TABLES[6][(int) (sum >>> 8 ^ bytes[at + 1]) & 0xFF]
                    ^ TABLES[5][(int) (sum >>> 16 ^ bytes[at + 2]) & 0xFF]
                    ^ TABLES[4][(int) (sum >>> 24 ^ bytes[at + 3]) & 0xFF]
                    ^ TABLES[3][(int) (sum >>> 32 ^ bytes[at + 4]) & 0xFF]
                    ^ TABLES[2][(int) (sum >>> 40 ^ bytes[at + 5]) & 0xFF]
                    ^ TABLES[1][(int) (sum >>> 48 ^ bytes[at + 6]) & 0xFF]
                    ^ TABLES[0][(int) (sum >>> 56 ^ bytes[at + 7]) & 0xFF];
        }
        for (; at < end; at++) {
            sum = TABLES[0][(int) (sum ^ bytes[at]) & 0xFF] ^ sum >>> 8;
        }
        crc = sum;
    }

    @Override
    public long getValue() {
        return ~crc;
    }

    @Override
    public void reset() {
        crc = ~0L;
    }

    private static long[][] tables() {
        long[][] tables = new long[SLICES][256];
        for (int value = 0; value < 256; value++) {
            long crc = value;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ REFLECTED_POLYNOMIAL;
            }
            tables[0][value] = crc;
        }
        for (int slice = 1; slice < SLICES; slice++) {
            for (int value = 0; value < 256; value++) {
                long before = tables[slice - 1][value];
                tables[slice][value] = tables[0][(int) before & 0xFF] ^ before >>> 8;
            }
        }
        return tables;
    }
}
