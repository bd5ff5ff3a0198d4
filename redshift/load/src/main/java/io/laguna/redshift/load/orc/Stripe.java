package io.laguna.redshift.load.orc;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.orc.OrcProto;

/** A stripe, whole in memory. */
final class Stripe {
    private final OrcProto.CompressionKind kind;
    private final int chunkSize;
    private final byte[] bytes;
    private final OrcProto.StripeFooter footer;

    Stripe(OrcProto.CompressionKind kind, int chunkSize, byte[] bytes, OrcProto.StripeFooter footer) {
        this.kind = kind;
        this.chunkSize = chunkSize;
        this.bytes = bytes;
        this.footer = footer;
    }

    /** Returns the stream of a column, if it has one of this kind. */
    Optional<OrcBytes> find(int column, OrcProto.Stream.Kind wanted) {
        long at = 0;
        for (OrcProto.Stream stream : footer.getStreamsList()) {
            if (stream.getColumn() == column && stream.getKind() == wanted) {
                return Optional.of(new OrcBytes(kind, chunkSize, bytes, (int) at, (int) stream.getLength()));
            }
            at += stream.getLength();
        }
        return Optional.empty();
    }

    OrcBytes stream(int column, OrcProto.Stream.Kind wanted) {
        return find(column, wanted)
                .orElseGet(() -> new OrcBytes(OrcProto.CompressionKind.NONE, chunkSize, bytes, 0, 0));
    }

    OrcProto.ColumnEncoding encoding(int column) {
        return footer.getColumns(column);
    }

    /** Tells whether numbers of a column are in runs of version 2. */
    boolean isSecond(int column) {
        OrcProto.ColumnEncoding.Kind encoding = encoding(column).getKind();
        return encoding == OrcProto.ColumnEncoding.Kind.DIRECT_V2
                || encoding == OrcProto.ColumnEncoding.Kind.DICTIONARY_V2;
    }

    boolean isDictionary(int column) {
        OrcProto.ColumnEncoding.Kind encoding = encoding(column).getKind();
        return encoding == OrcProto.ColumnEncoding.Kind.DICTIONARY
                || encoding == OrcProto.ColumnEncoding.Kind.DICTIONARY_V2;
    }

    /** Returns the zone in which timestamps were written. */
    ZoneId zone() {
        return footer.hasWriterTimezone() ? ZoneId.of(footer.getWriterTimezone(), ZoneId.SHORT_IDS) : ZoneOffset.UTC;
    }
}
