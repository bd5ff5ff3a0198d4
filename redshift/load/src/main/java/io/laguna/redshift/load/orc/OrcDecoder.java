package io.laguna.redshift.load.orc;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.orc.OrcProto;

/** The reading of values that are there. */
@FunctionalInterface
interface OrcDecoder {
    /** The decoder of a column without a stripe. */
    OrcDecoder NOTHING = into -> {};

    void read(OrcValue into) throws IOException;

    /** Returns the decoder of bytes, by their lengths or by places in a dictionary. */
    static OrcDecoder text(Stripe stripe, int column, OrcNumbers lengths, OrcNumbers places) throws IOException {
        if (!stripe.isDictionary(column)) {
            OrcBytes bytes = stripe.stream(column, OrcProto.Stream.Kind.DATA);
            return into -> {
                byte[] value = new byte[(int) lengths.next()];
                bytes.read(value, value.length);
                into.bytes(value, 0, value.length);
            };
        }
        int size = stripe.encoding(column).getDictionarySize();
        int[] ends = new int[size + 1];
        for (int i = 0; i < size; i++) {
            ends[i + 1] = ends[i] + (int) lengths.next();
        }
        byte[] words = new byte[ends[size]];
        stripe.stream(column, OrcProto.Stream.Kind.DICTIONARY_DATA).read(words, words.length);
        return into -> {
            int place = (int) places.next();
            into.bytes(words, ends[place], ends[place + 1]);
        };
    }

    static OrcDecoder decimal(OrcBytes digits, OrcNumbers scales) {
        return into -> {
            BigInteger value = BigInteger.ZERO;
            int shift = 0;
            int part;
            do {
                part = digits.read();
                value = value.or(BigInteger.valueOf(part & 0x7f).shiftLeft(shift));
                shift += 7;
            } while (part >= 0x80);
            BigInteger half = value.shiftRight(1);
            BigInteger unscaled = value.testBit(0) ? half.add(BigInteger.ONE).negate() : half;
            into.decimal(new BigDecimal(unscaled, (int) scales.next()));
        };
    }

    /**
     * Returns the decoder of timestamps, as microseconds since 1970.
     *
     * @param local whether they are what a clock on the wall of the writer showed
     */
    static OrcDecoder moment(Stripe stripe, boolean local, OrcNumbers seconds, OrcNumbers fractions) {
        ZoneId zone = local ? stripe.zone() : ZoneOffset.UTC;
        long base = LocalDateTime.of(2015, 1, 1, 0, 0).atZone(zone).toEpochSecond();
        return into -> {
            long second = base + seconds.next();
            long coded = fractions.next();
            long nanos = coded >>> 3;
            if ((coded & 7) != 0) {
                for (long i = (coded & 7) + 1; i > 0; i--) {
                    nanos *= 10;
                }
            }
            if (second < 0 && nanos > 999_999) {
                second--;
            }
            long shift =
                    zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
            into.whole((second + shift) * 1_000_000 + nanos / 1000);
        };
    }
}
