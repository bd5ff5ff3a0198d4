package io.laguna.emulator.crawl.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.laguna.emulator.crawl.read.Text;
import java.io.IOException;

/** The values of a text of JSON, one after the other, until it ends, is cut off, or there are a thousand of them. */
final class JsonReading {
    private static final int RECORDS = 1000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(10_000)
                    .build())
            .build();

    private JsonReading() {}

    /** The end of a reading. */
    enum End {
        /** With the text, or after enough records. */
        DONE,
        /** In the middle of a value: more of the text would show the rest. */
        CUT,
        /** At something that is no JSON. */
        BROKEN
    }

    /** Something that reads one value from its first token to its last. */
    interface Value {
        void read(JsonParser parser) throws IOException;
    }

    /**
     * Reads values.
     *
     * @param records gets the records that are whole
     */
    static End read(Text text, JsonRecords records, Value value) {
        try (JsonParser parser = FACTORY.createParser(text.bytes())) {
            while (records.count() < RECORDS && parser.nextToken() != null) {
                if (!parser.currentToken().isStructStart()) {
                    return End.BROKEN;
                }
                long start = parser.currentTokenLocation().getByteOffset();
                value.read(parser);
                records.addLength(parser.currentLocation().getByteOffset() - start);
            }
            return End.DONE;
        } catch (StreamConstraintsException e) {
            return End.BROKEN;
        } catch (JsonEOFException e) {
            return text.whole() ? End.BROKEN : End.CUT;
        } catch (JsonProcessingException e) {
            return isAtEnd(e, text) ? End.CUT : End.BROKEN;
        } catch (IOException e) {
            // Bytes that are no UTF-8: a text may be cut within a character.
            return text.whole() ? End.BROKEN : End.CUT;
        }
    }

    private static boolean isAtEnd(JsonProcessingException e, Text text) {
        return !text.whole() && e.getLocation() != null && e.getLocation().getByteOffset() >= text.bytes().length - 8L;
    }
}
