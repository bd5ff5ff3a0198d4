package io.laguna.emulator.crawl.read;

import io.laguna.emulator.crawl.CrawledObject;
import io.laguna.emulator.crawl.CrawledStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** The bytes behind the head of an object, in parts that are fetched when somebody reads so far. */
final class Rest extends InputStream {
    private final CrawledStore store;
    private final CrawledObject object;
    private final LongAdder bytesRead;
    private long position;
    private Optional<InputStream> part = Optional.empty();
    private long left;

    Rest(CrawledStore store, CrawledObject object, long position, LongAdder bytesRead) {
        this.store = store;
        this.object = object;
        this.position = position;
        this.bytesRead = bytesRead;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        try {
            return next(bytes, offset, length);
        } catch (IOException e) {
            throw new UnreadableException(e);
        }
    }

    private int next(byte[] bytes, int offset, int length) throws IOException {
        if (position >= object.size()) {
            return -1;
        }
        if (left == 0) {
            close();
            left = Math.min(Sample.STEP, object.size() - position);
            part = Optional.of(store.open(object, position, left));
        }
        int read = part.orElseThrow().read(bytes, offset, (int) Math.min(length, left));
        if (read < 0) {
            // The object is shorter than it was when it was listed.
            position = object.size();
            return -1;
        }
        position += read;
        left -= read;
        bytesRead.add(read);
        return read;
    }

    @Override
    public void close() throws IOException {
        if (part.isPresent()) {
            part.get().close();
        }
    }
}
