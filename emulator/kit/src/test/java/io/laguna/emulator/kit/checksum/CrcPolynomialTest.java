package io.laguna.emulator.kit.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrcPolynomialTest {
    private static final byte[] BYTES = new byte[100_003];

    static {
        new Random(64).nextBytes(BYTES);
    }

    @ParameterizedTest
    @EnumSource
    void theSumOfTwoPiecesIsThatOfTheWhole(CrcPolynomial polynomial) {
        long whole = sum(polynomial, 0, BYTES.length);

        for (int first : new int[] {0, 1, 7, 8, 4096, 99_999, BYTES.length}) {
            int second = BYTES.length - first;
            assertThat(polynomial.combine(sum(polynomial, 0, first), sum(polynomial, first, second), second))
                    .isEqualTo(whole);
        }
    }

    private static long sum(CrcPolynomial polynomial, int offset, int length) {
        Checksum sum =
                switch (polynomial) {
                    case CRC32 -> new CRC32();
                    case CRC32C -> new CRC32C();
                    case CRC64NVME -> new Crc64Nvme();
                };
        sum.update(BYTES, offset, length);
        return sum.getValue();
    }
}
