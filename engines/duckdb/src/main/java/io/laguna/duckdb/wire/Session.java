package io.laguna.duckdb.wire;

import io.laguna.duckdb.sql.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conversation with one client. */
final class Session implements AutoCloseable {
    private static final int PROTOCOL_3 = 3 << 16;
    private static final int CANCEL = 80877102;
    private static final int TLS = 80877103;
    private static final int GSS = 80877104;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Messages messages;
    private final int number;
    private final Server server;
    private final int secret = RANDOM.nextInt();
    private final Map<String, Command> statements = new HashMap<>();
    private final Map<String, Answer> portals = new HashMap<>();
    private volatile Optional<Work> work = Optional.empty();

    Session(Messages messages, int number, Server server) {
        this.messages = messages;
        this.number = number;
        this.server = server;
    }

    int secret() {
        return secret;
    }

    void run() throws IOException {
        Content start = messages.start();
        int code = start.int32();
        while (code == TLS || code == GSS) {
            messages.refuseEncryption();
            start = messages.start();
            code = start.int32();
        }
        if (code == CANCEL) {
            server.cancel(start.int32(), start.int32());
        } else if (code >> 16 == PROTOCOL_3 >> 16) {
            Map<String, String> parameters = new HashMap<>();
            for (String name = start.text(); !name.isEmpty(); name = start.text()) {
                parameters.put(name, start.text());
            }
            if (isAdmitted(parameters)) {
                converse();
            }
        }
    }

    private boolean isAdmitted(Map<String, String> parameters) throws IOException {
        String user = parameters.getOrDefault("user", "");
        messages.begin('R').int32(3).end();
        messages.flush();
        if (messages.type() != 'p'
                || !server.users().admits(user, messages.content().text())) {
            error(
                    new Failure("28P01", "password authentication failed for user \"" + user + "\"", Optional.empty()),
                    "FATAL");
            messages.flush();
            return false;
        }
        messages.begin('R').int32(0).end();
        Map.of(
                        "server_version", "17.0",
                        "server_encoding", "UTF8",
                        "client_encoding", "UTF8",
                        "standard_conforming_strings", "on",
                        "DateStyle", "ISO, MDY",
                        "TimeZone", "UTC",
                        "integer_datetimes", "on")
                .forEach((name, value) -> parameter(name, value));
        messages.begin('K').int32(number).int32(secret).end();
        work = Optional.of(
                new Work(server.database(), user.equals(Users.OWNER), parameters.getOrDefault("application_name", "")));
        ready();
        return true;
    }

    private void parameter(String name, String value) {
        try {
            messages.begin('S').text(name).text(value).end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ready() throws IOException {
        messages.begin('Z').int8(work().state()).end();
        messages.flush();
    }

    private Work work() {
        return work.orElseThrow();
    }

    private void converse() throws IOException {
        boolean skipping = false;
        while (true) {
            char type = messages.type();
            Content content = messages.content();
            if (type == 'X') {
                return;
            }
            if (skipping && type != 'S') {
                continue;
            }
            try {
                skipping = false;
                take(type, content);
            } catch (SQLException e) {
                Failure failure = Failure.of(e);
                error(work().isOwners() ? failure : failure.ofScan(), "ERROR");
                work().failed();
                if (type == 'Q') {
                    ready();
                } else {
                    skipping = true;
                }
            }
        }
    }

    private void take(char type, Content content) throws IOException, SQLException {
        switch (type) {
            case 'Q' -> simple(content.text());
            case 'P' -> parse(content);
            case 'B' -> bind(content);
            case 'D' -> describe(content);
            case 'E' -> execute(content);
            case 'C' -> close(content);
            case 'H' -> messages.flush();
            case 'S' -> {
                if (work().state() == 'I') {
                    closePortals();
                }
                ready();
            }
            default -> throw new IOException("A message of type " + type);
        }
    }

    private void simple(String text) throws IOException, SQLException {
        List<Command> commands = Command.read(text);
        for (Command command : commands) {
            try (Answer answer = work().answer(command, List.of())) {
                if (!answer.columns().isEmpty()) {
                    columns(answer.columns());
                }
                answer.rows(messages, 0);
                messages.begin('C').text(answer.tag()).end();
            }
        }
        if (commands.isEmpty()) {
            messages.send('I');
        }
        ready();
    }

    private void parse(Content content) throws IOException, SQLException {
        String name = content.text();
        List<Command> commands = Command.read(content.text());
        if (commands.size() > 1) {
            throw new SQLException("cannot insert multiple commands into a prepared statement", "42601");
        }
        statements.put(name, commands.isEmpty() ? new Command.Nothing("") : commands.get(0));
        messages.send('1');
    }

    private void bind(Content content) throws IOException, SQLException {
        String portal = content.text();
        Command command = statement(content.text());
        checkText(content);
        List<Optional<String>> parameters = new ArrayList<>();
        for (int left = content.int16(); left > 0; left--) {
            int length = content.int32();
            parameters.add(length < 0 ? Optional.empty() : Optional.of(content.text(length)));
        }
        checkText(content);
        closePortal(portal);
        portals.put(portal, work().answer(command, parameters));
        messages.send('2');
    }

    private static void checkText(Content content) throws IOException, SQLException {
        for (int left = content.int16(); left > 0; left--) {
            if (content.int16() != 0) {
                throw new SQLException("values are sent as text only", "0A000");
            }
        }
    }

    private void describe(Content content) throws IOException, SQLException {
        if (content.letter() == 'P') {
            described(portal(content.text()));
            return;
        }
        messages.begin('t').int16(0).end();
        try (Answer answer = work().answer(statement(content.text()), List.of())) {
            described(answer);
        }
    }

    private void described(Answer answer) throws IOException, SQLException {
        if (answer.columns().isEmpty()) {
            messages.send('n');
        } else {
            columns(answer.columns());
        }
    }

    private void execute(Content content) throws IOException, SQLException {
        Answer answer = portal(content.text());
        if (answer.rows(messages, content.int32())) {
            messages.send('s');
        } else {
            messages.begin('C').text(answer.tag()).end();
        }
    }

    private void close(Content content) throws IOException, SQLException {
        if (content.letter() == 'S') {
            statements.remove(content.text());
        } else {
            closePortal(content.text());
        }
        messages.send('3');
    }

    private Command statement(String name) throws SQLException {
        return Optional.ofNullable(statements.get(name))
                .orElseThrow(() -> new SQLException("prepared statement \"" + name + "\" does not exist", "26000"));
    }

    private Answer portal(String name) throws SQLException {
        return Optional.ofNullable(portals.get(name))
                .orElseThrow(() -> new SQLException("portal \"" + name + "\" does not exist", "34000"));
    }

    private void closePortal(String name) throws SQLException {
        Optional<Answer> portal = Optional.ofNullable(portals.remove(name));
        if (portal.isPresent()) {
            portal.get().close();
        }
    }

    private void closePortals() throws SQLException {
        for (String name : List.copyOf(portals.keySet())) {
            closePortal(name);
        }
    }

    private void columns(List<Answer.Column> columns) throws IOException {
        messages.begin('T').int16(columns.size());
        for (Answer.Column column : columns) {
            Cells cells = column.cells();
            messages.text(column.name()).int32(0).int16(0).int32(cells.type()).int16(cells.size());
            messages.int32(-1).int16(0);
        }
        messages.end();
    }

    private void error(Failure failure, String severity) throws IOException {
        messages.begin('E').int8('S').text(severity).int8('V').text(severity);
        messages.int8('C')
                .text(failure.state())
                .int8('M')
                .text(failure.message())
                .int8(0)
                .end();
    }

    /** Cancels what runs; called by another session's thread. */
    void cancel() {
        try {
            if (work.isPresent()) {
                work.get().cancel();
            }
        } catch (SQLException e) {
            // It has ended meanwhile.
        }
    }

    @Override
    public void close() throws IOException {
        try {
            closePortals();
            if (work.isPresent()) {
                work.get().close();
            }
        } catch (SQLException e) {
            throw new IOException("The session's connections do not close: " + e.getMessage(), e);
        }
    }
}
