package io.laguna.redshift.load.orc;

import io.laguna.redshift.load.plan.FileRefused;
import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.source.Store;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.orc.OrcProto;

/** An ORC file: its footer, and its stripes one after the other. */
record OrcFile(Source source, Store store, OrcProto.PostScript end, OrcProto.Footer footer) {
    private static final int TAIL = 16 * 1024;

    static OrcFile open(Source source, Store store) throws IOException {
        int length = (int) Math.min(TAIL, source.size());
        if (length == 0) {
            throw notOrc(source);
        }
        byte[] tail = store.range(source, source.size() - length, length);
        int endLength = tail[length - 1] & 0xff;
        if (endLength >= length) {
            throw notOrc(source);
        }
        OrcProto.PostScript end =
                OrcProto.PostScript.parseFrom(Arrays.copyOfRange(tail, length - 1 - endLength, length - 1));
        if (!end.getMagic().equals("ORC")) {
            throw notOrc(source);
        }
        int footerLength = (int) end.getFooterLength();
        byte[] footer = store.range(source, source.size() - 1 - endLength - footerLength, footerLength);
        return new OrcFile(
                source,
                store,
                end,
                OrcProto.Footer.parseFrom(OrcBytes.all(end.getCompression(), chunkSize(end), footer, 0, footerLength)));
    }

    private static FileRefused notOrc(Source source) {
        return new FileRefused("File '" + source.location() + "' is no ORC file");
    }

    private static int chunkSize(OrcProto.PostScript end) {
        return (int) Math.max(end.getCompressionBlockSize(), 1);
    }

    List<OrcProto.StripeInformation> stripes() {
        return footer.getStripesList();
    }

    Stripe read(OrcProto.StripeInformation stripe) throws IOException {
        int streams = (int) (stripe.getIndexLength() + stripe.getDataLength());
        int length = streams + (int) stripe.getFooterLength();
        byte[] bytes = store.range(source, stripe.getOffset(), length);
        return new Stripe(
                end.getCompression(),
                chunkSize(end),
                bytes,
                OrcProto.StripeFooter.parseFrom(OrcBytes.all(
                        end.getCompression(), chunkSize(end), bytes, streams, (int) stripe.getFooterLength())));
    }
}
