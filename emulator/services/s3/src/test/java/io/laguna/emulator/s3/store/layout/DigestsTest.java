package io.laguna.emulator.s3.store.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestsTest {
    /** The text of which every catalogue of checksums gives the sum. */
    private static final byte[] CHECKED = "123456789".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "CRC32, cbf43926",
        "CRC32C, e3069283",
        "CRC64NVME, ae8b14860a799888",
        "SHA1, f7c3bc1d808e04732adf679965ccc34ca7ae3441",
        "SHA256, 15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225"
    })
    void aSumIsTheSameWhateverThePiecesAre(ChecksumAlgorithm algorithm, String expected) {
        for (int first = 0; first <= CHECKED.length; first++) {
            Digests digests = new Digests(EnumSet.of(algorithm));
            digests.update(CHECKED, 0, first);
            digests.update(CHECKED, first, CHECKED.length - first);

            String sum = digests.checksums().get(algorithm);
            assertThat(Digests.hex(Base64.getDecoder().decode(sum))).isEqualTo(expected);
            assertThat(digests.md5Hex()).isEqualTo("25f9e794323b453885f5181f1b624d0b");
        }
    }
}
