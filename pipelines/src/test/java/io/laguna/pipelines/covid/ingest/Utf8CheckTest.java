package io.laguna.pipelines.covid.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class Utf8CheckTest {
    private static final CharsetDecoder DECODER = UTF_8.newDecoder();

    @Test
    void agreesWithThePlatformOnEverySequenceOfThreeBytes() {
        byte[] bytes = new byte[3];
        for (int i = 0; i < 1 << 24; i += 3) {
            bytes[0] = (byte) (i >> 16);
            bytes[1] = (byte) (i >> 8);
            bytes[2] = (byte) i;
            assertAgreement(bytes);
        }
    }

    @Test
    void agreesWithThePlatformOnRandomBytes() {
        Random random = new Random(3);
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(6)];
            random.nextBytes(bytes);
            bytes[0] = (byte) (0xe0 | bytes[0]);
            assertAgreement(bytes);
        }
    }

    @Test
    void namesTheOffsetInTheWholeStream() {
        Utf8Check check = new Utf8Check();
        byte[] start = "á€".getBytes(UTF_8);

        assertThat(check.accept(start, start.length)).isEmpty();
        assertThat(check.accept(new byte[] {'a', (byte) 0xe1, 'b'}, 3)).isEqualTo(OptionalLong.of(7));
    }

    private static void assertAgreement(byte[] bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        boolean expected =
                !DECODER.reset().decode(ByteBuffer.wrap(bytes), text, true).isError();
        Utf8Check check = new Utf8Check();
        boolean actual = check.accept(bytes, bytes.length).isEmpty() && check.complete();
        if (actual != expected) {
            assertThat(actual).as(HexFormat.of().formatHex(bytes)).isEqualTo(expected);
        }
    }
}
