package io.laguna.glue.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.util.LineReader;

/**
 * The lines of a slice, cut as Hadoop's LineRecordReader cuts them: a slice reads the line that goes beyond its end, and
 * leaves out the one that it begins in.
 */
final class Lines implements Closeable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Slice slice;
    private final LineReader reader;
    private final Text line = new Text();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private long position;

    Lines(Slice slice) throws IOException {
        this.slice = slice;
        this.reader = new LineReader(slice.open(slice.start()));
        this.position = slice.start();
        if (slice.start() > 0) {
            position += reader.readLine(line);
        }
    }

    /** Returns the next line, without its end. */
    Optional<String> next() throws IOException {
        if (position > slice.end()) {
            return Optional.empty();
        }
        boolean first = position == 0;
        int length = reader.readLine(line);
        position += length;
        if (length == 0) {
            return Optional.empty();
        }
        String text = decoded();
        return Optional.of(first && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
    }

    /** Returns how many bytes of the file have been read. */
    long position() {
        return position;
    }

    private String decoded() throws UnparseableFileException {
        try {
            return decoder.decode(ByteBuffer.wrap(line.getBytes(), 0, line.getLength()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnparseableFileException(slice.name(), e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
