package io.laguna.emulator.crawl.read;

import io.laguna.emulator.crawl.CrawledObject;
import io.laguna.emulator.crawl.CrawledStore;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * The part of an object that is read: its head, at once, and further parts when a classifier asks for them. One thread uses it.
 *
 * @see <a href="https://repost.aws/knowledge-center/glue-crawler-detect-schema">How does the crawler detect the schema</a>
 */
public final class Sample {
    /** The bytes of a text that are looked at, and the step by which more of a JSON is read. */
    public static final int STEP = 1 << 20;
    /** The bytes that are read of every file: the whole of a small one, and enough of others to tell their format. */
    private static final int HEAD = 1 << 16;
    /** The bytes that are read at once where a footer is looked for. */
    private static final int TAIL = 1 << 14;

    private final CrawledStore store;
    private final CrawledObject object;
    private final LongAdder bytesRead;
    private final byte[] head;
    private final Compression compression;
    /** The text that was read last: classifiers want the same. */
    private Optional<Text> text = Optional.empty();

    private int limit;
    private byte[] tail = {};

    private Sample(CrawledStore store, CrawledObject object, LongAdder bytesRead, byte[] head) {
        this.store = store;
        this.object = object;
        this.bytesRead = bytesRead;
        this.head = head;
        this.compression = Compression.of(head, object.key());
    }

    /**
     * Reads the head of an object.
     *
     * @param bytesRead counts what is read from the store
     * @throws UnreadableException when the store does not give it, as all methods of a sample do
     */
    public static Sample of(CrawledStore store, CrawledObject object, LongAdder bytesRead) {
        long length = Math.min(object.size(), HEAD);
        try (InputStream stream = store.open(object, 0, length)) {
            byte[] head = stream.readNBytes((int) length);
            bytesRead.add(head.length);
            return new Sample(store, object, bytesRead, head);
        } catch (IOException e) {
            throw new UnreadableException(e);
        }
    }

    /** Returns the object. */
    public CrawledObject object() {
        return object;
    }

    /** Returns the compression of the whole file. */
    public Compression compression() {
        return compression;
    }

    /** Returns the first bytes as they are stored, up to 64 KiB. */
    public byte[] head() {
        return head;
    }

    /**
     * Returns a part of the object as it is stored.
     *
     * @throws EOFException when the object ends before
     */
    public byte[] range(long from, int length) throws IOException {
        if (from < 0 || length < 0 || from + length > object.size()) {
            throw new EOFException("No bytes " + from + " to " + (from + length) + " in " + object.location());
        }
        if (from + length <= head.length) {
            return Arrays.copyOfRange(head, (int) from, (int) from + length);
        }
        long tailStart = Math.max(0, object.size() - TAIL);
        if (from < tailStart) {
            return fetched(from, length);
        }
        if (tail.length == 0) {
            tail = fetched(tailStart, (int) (object.size() - tailStart));
        }
        return Arrays.copyOfRange(tail, (int) (from - tailStart), (int) (from - tailStart) + length);
    }

    private byte[] fetched(long from, int length) {
        try (InputStream stream = store.open(object, from, length)) {
            byte[] bytes = stream.readNBytes(length);
            bytesRead.add(bytes.length);
            if (bytes.length < length) {
                throw new EOFException("The object has become shorter");
            }
            return bytes;
        } catch (IOException e) {
            throw new UnreadableException(e);
        }
    }

    /**
     * Returns the beginning of the file without its compression.
     *
     * @param most in bytes, of the text and not of the file
     * @throws IOException also when the file is damaged
     */
    public Text text(int most) throws IOException {
        if (text.isEmpty() || limit != most) {
            text = Optional.of(decompressed(most));
            limit = most;
        }
        return text.get();
    }

    private Text decompressed(int most) throws IOException {
        if (compression == Compression.NONE) {
            return stored((int) Math.min(most, object.size()));
        }
        try (InputStream stream = Decompression.of(compression, stored())) {
            byte[] bytes = stream.readNBytes(most);
            return new Text(bytes, bytes.length < most || stream.read() < 0);
        }
    }

    private Text stored(int length) {
        if (length == head.length) {
            return new Text(head, length == object.size());
        }
        byte[] bytes = Arrays.copyOf(head, length);
        if (length > head.length) {
            byte[] more = fetched(head.length, length - head.length);
            System.arraycopy(more, 0, bytes, head.length, more.length);
        }
        return new Text(bytes, length == object.size());
    }

    private InputStream stored() {
        InputStream first = new ByteArrayInputStream(head);
        if (head.length >= object.size()) {
            return first;
        }
        return new SequenceInputStream(first, new Rest(store, object, head.length, bytesRead));
    }
}
