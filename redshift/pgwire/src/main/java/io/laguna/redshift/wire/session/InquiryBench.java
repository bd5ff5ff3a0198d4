package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.ErrorFields;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Journal.Entry;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bench of an answer that a procedure asks for: the function that waits in the engine runs the statements, one at a
 * time, as the procedure's user and in its transaction.
 */
final class InquiryBench implements Workbench {
    private final Desk desk;
    private final Talk talk;
    private final Answering.Who who;
    private final Functions functions;
    private long number;
    private boolean lost;
    private Entry entry = Entry.NONE;

    /** The messages of the engine and of the client while the function waits. */
    interface Talk {
        /** Begins a statement, to which no cancelling of an earlier one applies. */
        void begin();

        /** Waits for the next question; an error of the engine's is the failure, and stays the message that is held. */
        ErrorFields question() throws SqlFailure, IOException;

        void notice(ErrorFields notice) throws IOException;

        /** Tells whether what runs is in a transaction with other statements of the client's. */
        boolean isInBlock();

        /** Fails when the statement is cancelled or has timed out in the engine, or the client is gone. */
        void checkCancelled() throws SqlFailure, IOException;
    }

    /** The answers to functions that ask while a statement of the bench runs. */
    @FunctionalInterface
    interface Functions {
        /**
         * Answers a question.
         *
         * @param asks the statement that the bench works on
         */
        void answer(ErrorFields question, Entry asks) throws IOException;
    }

    InquiryBench(Desk desk, Talk talk, Answering.Who who, Functions functions, long number) {
        this.desk = desk;
        this.talk = talk;
        this.who = who;
        this.functions = functions;
        this.number = number;
    }

    /** Works on a statement that the journal keeps. */
    void begins(Entry statement) {
        entry = statement;
    }

    /** Returns the number of the question that waits now. */
    long number() {
        return number;
    }

    /** Tells whether the function waits no longer, since the engine has failed. */
    boolean isLost() {
        return lost;
    }

    @Override
    public String user() {
        return who.role();
    }

    @Override
    public String database() {
        return who.database();
    }

    @Override
    public int processId() {
        return who.processId();
    }

    @Override
    public long queryId() {
        return entry.query();
    }

    @Override
    public boolean isInBlock() {
        return true;
    }

    @Override
    public List<Optional<String>> parameters() {
        return List.of();
    }

    /** Drops a row: a procedure has no use for it. */
    @Override
    public void row(List<Optional<String>> values) {}

    @Override
    public void notice(String level, String message) throws IOException {
        talk.notice(ErrorFields.of(level, "00000", message));
    }

    @Override
    public List<List<Optional<String>>> query(String sql) throws SqlFailure, IOException {
        List<List<Optional<String>>> rows = new ArrayList<>();
        String said = ask("Q" + sql);
        while (said.startsWith("W")) {
            rows.add(RecordText.values(said.substring(1)));
            said = question();
        }
        return rows;
    }

    @Override
    public String execute(String sql) throws SqlFailure, IOException {
        return ask("X" + sql).substring(1);
    }

    @Override
    public String copyIn(String sql, InputStream content) throws SqlFailure, IOException {
        long rows = number;
        try {
            try (OutputStream file = desk.write(rows)) {
                content.transferTo(file);
            } catch (IOException e) {
                throw new SqlFailure("XX000", "Cannot read the source: " + e.getMessage());
            }
            return ask("I" + rows + " " + target(sql)).substring(1);
        } finally {
            desk.clear();
        }
    }

    /** Returns the table and the columns of a COPY, which the engine's function parts at the first bracket after a blank. */
    private static String target(String sql) throws SqlFailure {
        String target = sql.substring("COPY ".length(), sql.lastIndexOf(" FROM STDIN"));
        long quotesBefore = target.substring(0, Math.max(target.indexOf(" ("), 0))
                .chars()
                .filter(c -> c == '"')
                .count();
        if (quotesBefore % 2 == 1) {
            throw new SqlFailure(
                    "0A000",
                    "COPY in a procedure into a table whose name has \" (\" in it is not implemented by Laguna");
        }
        return target;
    }

    @Override
    public String copyOut(String sql, OutputStream content) throws SqlFailure, IOException {
        Path file = desk.rows(number);
        int end = sql.lastIndexOf(") TO STDOUT");
        try {
            String tag = ask("O" + number + " " + sql.substring("COPY (".length(), end))
                    .substring(1);
            copy(file, content);
            return tag;
        } finally {
            desk.clear();
        }
    }

    private static void copy(Path file, OutputStream content) throws SqlFailure {
        try {
            Files.copy(file, content);
        } catch (IOException e) {
            throw new SqlFailure("XX000", "Cannot write the target: " + e.getMessage());
        }
    }

    @Override
    public void checkCancelled() throws SqlFailure, IOException {
        talk.checkCancelled();
    }

    /** Lets the function do something, and returns what it says when that is done. */
    private String ask(String command) throws SqlFailure, IOException {
        desk.answer(number, command);
        return question();
    }

    private String question() throws SqlFailure, IOException {
        try {
            ErrorFields question = talk.question();
            while (Inquiries.isOfFunction(question)) {
                functions.answer(question, entry);
                question = talk.question();
            }
            number = Inquiries.number(question).orElse(number);
            return question.message();
        } catch (SqlFailure failure) {
            lost = true;
            throw failure;
        }
    }
}
