package io.laguna.emulator.kit.checksum;

/**
 * A polynomial of a cyclic redundancy check whose bits are reflected, and that begins and ends with all bits inverted.
 *
 * <p>The sum of two pieces is that of the first, moved on by as many zero bytes as the second has, and that of the second. To
 * move on by a byte is to multiply by x⁸, so that a length costs a multiplication for each of its bits.
 *
 * @see <a href="https://reveng.sourceforge.io/crc-catalogue/all.htm">The polynomials</a>
 */
public enum CrcPolynomial {
    CRC32(Integer.SIZE, 0xEDB88320L),
    CRC32C(Integer.SIZE, 0x82F63B78L),
    CRC64NVME(Long.SIZE, 0x9A6C9329AC4BC9B5L);

    private final int bits;
    private final long reflected;

    CrcPolynomial(int bits, long reflected) {
        this.bits = bits;
        this.reflected = reflected;
    }

    long reflected() {
        return reflected;
    }

    /**
     * Returns the sum of two pieces one after the other.
     *
     * @param secondLength in bytes
     */
    public long combine(long first, long second, long secondLength) {
        long moved = first;
        long power = power(Byte.SIZE);
        for (long left = secondLength; left > 0; left >>>= 1) {
            if ((left & 1) == 1) {
                moved = product(power, moved);
            }
            power = product(power, power);
        }
        return moved ^ second;
    }

    /** Returns a power of x. The highest bit is that of x⁰. */
    private long power(int exponent) {
        return 1L << (bits - 1 - exponent);
    }

    private long product(long one, long other) {
        long product = 0;
        long shifted = other;
        for (int exponent = 0; exponent < bits; exponent++) {
            if ((one & power(exponent)) != 0) {
                product ^= shifted;
            }
            shifted = (shifted & 1) == 0 ? shifted >>> 1 : shifted >>> 1 ^ reflected;
        }
        return product;
    }
}
