package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.ErrorFields;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Answer;
import io.laguna.redshift.wire.order.Journal.Entry;
import io.laguna.redshift.wire.order.Journal.Pages;
import io.laguna.redshift.wire.order.Later;
import io.laguna.redshift.wire.order.Order;
import io.laguna.redshift.wire.order.Run;
import io.laguna.redshift.wire.order.Translation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The questions that the engine's functions ask while a statement of the client's runs: what SQL that a procedure has put
 * together means to PostgreSQL, and the carrying out of what is Laguna's own ({@code asking.sql}). A question is a notice that the client
 * does not see; its answer lies on the {@link Desk}.
 */
final class Inquiries {
    /** The SQLSTATE of a question. Who asks it without the function gets an answer that nobody reads. */
    static final String STATE = "LG001";

    static final char NUMBER = 'D';
    private static final String KEY = "K";
    private static final String CALL = "F";
    private static final String COMMIT = "COMMIT";

    private final Desk desk;
    private final Translation translation;
    private final InquiryBench.Talk talk;
    private final Answering.Who who;
    private final Pages pages;
    private boolean busy;

    Inquiries(Desk desk, Translation translation, InquiryBench.Talk talk, Answering.Who who, Pages pages) {
        this.desk = desk;
        this.translation = translation;
        this.talk = talk;
        this.who = who;
        this.pages = pages;
    }

    /** Tells whether a function waits for an answer, while which the engine takes no statement. */
    boolean isBusy() {
        return busy;
    }

    /**
     * Answers a question.
     *
     * @param asks the statement that runs
     * @return whether the function goes on; otherwise the engine's error is the message that is held
     */
    boolean take(ErrorFields question, Entry asks) throws IOException {
        String said = question.message();
        Optional<Long> number = number(question);
        if (number.isEmpty()) {
            return true;
        }
        busy = true;
        try {
            if (said.startsWith("C")) {
                return carry(said.substring(1), number.get());
            }
            desk.clear();
            desk.answer(number.get(), answer(said, number.get(), asks));
            return true;
        } finally {
            busy = false;
        }
    }

    static Optional<Long> number(ErrorFields question) {
        try {
            return Optional.of(Long.parseLong(question.byLetter().getOrDefault(NUMBER, "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Tells whether a question is one of a function that may stand in a query, and so in one that Laguna itself runs. */
    static boolean isOfFunction(ErrorFields question) {
        return question.message().equals(KEY) || question.message().startsWith(CALL);
    }

    /** Answers a function that a statement of a procedure's bench calls. The rows of that statement stay on the desk. */
    private void answerFunction(ErrorFields question, Entry asks) throws IOException {
        Optional<Long> number = number(question);
        if (number.isPresent()) {
            desk.clearAnswers();
            desk.answer(number.get(), answer(question.message(), number.get(), asks));
        }
    }

    private String answer(String said, long number, Entry asks) throws IOException {
        if (said.startsWith("R")) {
            return read(said.substring(1));
        } else if (said.startsWith("B")) {
            return talk.isInBlock() ? "Sopen" : "Snone";
        } else if (said.equals(KEY)) {
            desk.leaveKey();
            return "S";
        } else if (said.startsWith(CALL)) {
            return call(said.substring(1), number, asks);
        }
        return failed(new SqlFailure("XX000", "Laguna was asked what it does not know"));
    }

    /** Returns the value of a function outside of the cluster, for the engine's own function alone and for no notice of a user's. */
    private String call(String said, long number, Entry asks) {
        if (!desk.knows(said)) {
            return failed(new SqlFailure("42501", "permission denied"));
        }
        talk.begin();
        InquiryBench bench = new InquiryBench(desk, talk, who, this::answerFunction, number);
        bench.begins(asks);
        try {
            return translation
                    .call(Desk.afterKey(said), bench)
                    .map(value -> "S" + value)
                    .orElse("N");
        } catch (SqlFailure failure) {
            return failed(failure);
        } catch (IOException | RuntimeException fault) {
            return failed(new SqlFailure("XX000", fault.toString()));
        }
    }

    /** Returns the engine's statements for a text. */
    private String read(String text) {
        List<String> statements = new ArrayList<>();
        try {
            for (Order order : orders(text)) {
                if (order instanceof Run run) {
                    statements.addAll(run.before());
                    statements.add(run.sql());
                    run.after().stream().filter(sql -> !sql.equals(COMMIT)).forEach(statements::add);
                } else {
                    statements.add("SELECT laguna.carry('" + text.replace("'", "''") + "')");
                }
            }
            return "S" + String.join("\n;\n", statements);
        } catch (SqlFailure failure) {
            return failed(failure);
        } catch (IOException | RuntimeException fault) {
            return failed(new SqlFailure("XX000", fault.toString()));
        }
    }

    private List<Order> orders(String text) throws SqlFailure, IOException {
        List<Order> orders = new ArrayList<>();
        for (Order order : translation.translate(text)) {
            orders.add(order instanceof Later later ? later.read() : order);
        }
        if (orders.size() > 1 && orders.stream().anyMatch(Answer.class::isInstance)) {
            throw new SqlFailure(
                    "0A000",
                    "Several statements in one EXECUTE, of which the engine runs some, are not implemented by Laguna");
        }
        return orders;
    }

    private boolean carry(String text, long number) throws IOException {
        talk.begin();
        Entry entry = Entry.NONE;
        InquiryBench bench = new InquiryBench(desk, talk, who, this::answerFunction, number);
        String answer;
        try {
            List<Order> orders = orders(text);
            if (orders.size() != 1 || !(orders.get(0) instanceof Answer one)) {
                throw new SqlFailure("XX000", "Laguna was asked to carry out what the engine runs itself");
            }
            entry = one.note().map(pages::begin).orElse(Entry.NONE);
            bench.begins(entry);
            String tag = one.run(bench);
            entry.ended(tag);
            answer = "T" + tag;
        } catch (SqlFailure failure) {
            entry.failed(failure.state(), failure.getMessage());
            answer = failed(failure);
        } catch (RuntimeException fault) {
            entry.failed("XX000", fault.toString());
            answer = failed(new SqlFailure("XX000", fault.toString()));
        }
        if (!bench.isLost()) {
            desk.answer(bench.number(), answer);
        }
        return !bench.isLost();
    }

    private static String failed(SqlFailure failure) {
        return "E" + failure.state() + failure.getMessage() + "\n\u001f\n"
                + failure.fields().byLetter().getOrDefault('D', "");
    }
}
