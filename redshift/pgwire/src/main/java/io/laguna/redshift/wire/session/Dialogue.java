package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.ErrorFields;
import io.laguna.redshift.wire.message.FrameReader;
import io.laguna.redshift.wire.message.MessageWriter;
import io.laguna.redshift.wire.message.Reading;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.message.WireTypes;
import io.laguna.redshift.wire.order.Journal.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements of Laguna's own in the session's transaction, while nothing of the client's is expected. They go by the
 * extended protocol without a Sync, so that the transaction stays the client's.
 */
final class Dialogue {
    private static final String NAME = "laguna";
    private static final int CHUNK = 32 * 1024;
    private static final int NULL = -1;

    private final Backend backend;
    private final Relay relay;
    private Optional<SqlFailure> failure = Optional.empty();
    private Entry entry = Entry.NONE;

    Dialogue(Backend backend, Relay relay) {
        this.backend = backend;
        this.relay = relay;
    }

    /** Works on a statement that the journal keeps: functions which its queries call are called by it. */
    void begins(Entry statement) {
        entry = statement;
    }

    /** Returns the first failure of a statement of this dialogue, after which every further one fails. */
    Optional<SqlFailure> failure() {
        return failure;
    }

    /** Lets the engine read a statement, without running it. */
    void parse(String sql, List<Integer> types) throws SqlFailure, IOException {
        MessageWriter out = backend.out();
        out.begin('C').int8('S').text(NAME).end();
        out.begin('P').text(NAME).text(sql).int16(types.size());
        types.forEach(type -> out.int32(WireTypes.toEngine(type)));
        out.end();
        flush();
        until('1', in -> {});
    }

    List<List<Optional<String>>> query(String sql) throws SqlFailure, IOException {
        List<List<Optional<String>>> rows = new ArrayList<>();
        start(sql);
        until('C', in -> {
            if (in.type() == 'D') {
                rows.add(row(in.body()));
            }
        });
        return rows;
    }

    String execute(String sql) throws SqlFailure, IOException {
        start(sql);
        return until('C', in -> {});
    }

    String copyIn(String sql, InputStream content) throws SqlFailure, IOException {
        start(sql);
        until('G', in -> {});
        boolean whole = send(content);
        if (whole) {
            backend.out().empty('c');
        } else {
            backend.out().begin('f').text("the source cannot be read").end();
        }
        flush();
        return until('C', in -> {});
    }

    /** Sends what can be read, until the engine objects, and tells whether the source was read to its end. */
    private boolean send(InputStream content) throws IOException {
        byte[] chunk = new byte[CHUNK];
        FrameReader in = backend.in();
        while (true) {
            int read;
            try {
                read = content.read(chunk);
            } catch (IOException e) {
                failure = Optional.of(new SqlFailure("XX000", "Cannot read the source: " + e.getMessage()));
                return false;
            }
            if (read < 0) {
                return true;
            }
            backend.out().begin('d').bytes(chunk, read).end();
            in.fill();
            while (in.hasFrame() && in.type() == 'N') {
                relay.passNotice(entry);
            }
            if (in.hasFrame() && in.type() == 'E') {
                return true;
            }
        }
    }

    String copyOut(String sql, OutputStream content) throws SqlFailure, IOException {
        start(sql);
        Optional<IOException> full = Optional.empty();
        while (true) {
            relay.await();
            FrameReader in = backend.in();
            byte type = in.type();
            if (type == 'N') {
                relay.passNotice(entry);
                continue;
            }
            if (type == 'd' && full.isEmpty()) {
                try {
                    content.write(in.body().rest());
                } catch (IOException e) {
                    full = Optional.of(e);
                    backend.cancel();
                }
            } else if (type == 'C' || type == 'E') {
                String tag = until('C', ignored -> {});
                if (full.isPresent()) {
                    throw new SqlFailure(
                            "XX000", "Cannot write the target: " + full.get().getMessage());
                }
                return tag;
            }
            in.next();
        }
    }

    /** Ends what the dialogue has done with a Sync, after which statements may be run again. */
    void sync() throws IOException {
        failure = Optional.empty();
        relay.syncUnseen();
    }

    /** Begins anew, since a Sync of the client has ended the failed transaction. */
    void forget() {
        failure = Optional.empty();
    }

    private void start(String sql) throws SqlFailure, IOException {
        relay.drain();
        if (failure.isPresent()) {
            throw failure.get();
        }
        relay.markUnsynced();
        MessageWriter out = backend.out();
        out.begin('C').int8('P').text(NAME).end();
        out.begin('C').int8('S').text(NAME).end();
        out.begin('P').text(NAME).text(sql).int16(0).end();
        out.begin('B').text(NAME).text(NAME).int16(0).int16(0).int16(0).end();
        out.begin('E').text(NAME).int32(0).end();
        flush();
    }

    private void flush() throws IOException {
        backend.out().empty('H');
        backend.out().flush();
    }

    @FunctionalInterface
    private interface Use {
        void of(FrameReader in) throws IOException;
    }

    /** Takes messages up to one of a type, and returns the text in that one, if it is a tag. */
    private String until(char last, Use use) throws SqlFailure, IOException {
        FrameReader in = backend.in();
        while (true) {
            relay.await();
            byte type = in.type();
            if (type == 'E') {
                ErrorFields fields = ErrorFields.read(in.body());
                in.next();
                SqlFailure first = failure.orElse(new SqlFailure(fields));
                failure = Optional.of(first);
                throw first;
            }
            if (type == 'N') {
                relay.passNotice(entry);
                continue;
            }
            use.of(in);
            String tag = type == 'C' ? in.body().text() : "";
            if (type == 'S') {
                relay.parameter(in.body());
            }
            in.next();
            if (type == last || (type == 'I' && last == 'C')) {
                return tag;
            }
        }
    }

    private static List<Optional<String>> row(Reading body) throws IOException {
        int count = body.count();
        List<Optional<String>> row = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int length = body.int32();
            row.add(
                    length == NULL
                            ? Optional.empty()
                            : Optional.of(new String(body.bytes(length), StandardCharsets.UTF_8)));
        }
        return row;
    }
}
