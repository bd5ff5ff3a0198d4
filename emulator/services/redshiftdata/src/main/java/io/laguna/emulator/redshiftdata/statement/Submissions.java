package io.laguna.emulator.redshiftdata.statement;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.redshiftdata.connect.Connector;
import io.laguna.emulator.redshiftdata.connect.Target;
import io.laguna.emulator.redshiftdata.request.Failures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/** The way of a request into the state: once it is answered, the statement runs. */
record Submissions(State state, Ledger ledger, Connector connector, Sessions sessions, Runs runs) {
    /** "The maximum number of active queries per cluster is 500", and that of sessions too. */
    private static final int MOST = 500;

    /** Keeps a statement and starts it. A request that comes again, by its token, is answered again. */
    StatementRecord submit(Caller caller, Submission submission) {
        NamedParameters.of(submission.parameters()).check(submission.sqls());
        Optional<StatementRecord> again = submission
                .token()
                .flatMap(token -> state.read(handle -> new StatementRecords(handle).byToken(caller, token)));
        if (again.isPresent()) {
            return repeated(again.get(), submission);
        }
        StatementRecord statement = record(caller, submission);
        connector.warehouses().endpoint(caller, statement.target());
        Optional<StatementRecord> other = state.write(transaction -> keep(transaction, statement, submission));
        if (other.isPresent()) {
            return repeated(other.get(), submission);
        }
        StatementRecord kept = state.read(handle ->
                new StatementRecords(handle).find(caller, statement.id()).orElseThrow());
        runs.start(kept);
        return kept;
    }

    /** Keeps a statement, or returns the one with the same token. */
    private Optional<StatementRecord> keep(Handle transaction, StatementRecord statement, Submission submission) {
        StatementRecords records = new StatementRecords(transaction);
        if (records.running(statement.target()) >= MOST) {
            throw Failures.tooManyStatements(MOST);
        }
        if (submission.session().isPresent()
                && records.isBusy(statement.session().orElseThrow())) {
            throw Failures.validation("Session is not available: another statement is running in session "
                    + submission.session().get() + ".");
        }
        if (records.insert(statement, submission.token())) {
            return Optional.empty();
        }
        return records.byToken(statement.owner(), submission.token().orElseThrow());
    }

    private static StatementRecord repeated(StatementRecord statement, Submission submission) {
        if (!statement.request().equals(submission.text())) {
            throw Failures.validation("The ClientToken has been used with another request.");
        }
        return statement;
    }

    private StatementRecord record(Caller caller, Submission submission) {
        Instant now = ledger.now();
        List<SqlRecord> sqls = new ArrayList<>();
        submission
                .sqls()
                .forEach(sql -> sqls.add(new SqlRecord(
                        sqls.size() + 1,
                        sql,
                        StatusString.SUBMITTED,
                        Optional.empty(),
                        now,
                        -1,
                        0,
                        -1,
                        -1,
                        Optional.empty())));
        return new StatementRecord(
                UUID.randomUUID(),
                0,
                caller,
                target(caller, submission),
                submission.name(),
                submission.batch(),
                submission.format(),
                session(submission),
                submission.keepAlive(),
                submission.withEvent(),
                submission.parameters(),
                submission.text(),
                StatusString.SUBMITTED,
                Optional.empty(),
                Optional.empty(),
                now,
                now,
                List.copyOf(sqls));
    }

    private Optional<UUID> session(Submission submission) {
        if (submission.session().isPresent()) {
            return submission.session().map(UUID::fromString);
        }
        if (submission.keepAlive().filter(seconds -> seconds > 0).isEmpty()) {
            return Optional.empty();
        }
        if (sessions.count() >= MOST) {
            throw Failures.tooManySessions(MOST);
        }
        return Optional.of(UUID.randomUUID());
    }

    /** Returns where a submission runs: where its session is, when it names one. */
    private Target target(Caller caller, Submission submission) {
        Submission.Place place = submission.place();
        if (submission.session().isEmpty()) {
            return Target.of(place.cluster(), place.workgroup(), place.database(), place.dbUser(), place.secret());
        }
        String id = submission.session().get();
        StatementRecord first =
                session(id).filter(begun -> begun.owner().equals(caller)).orElseThrow(() -> Failures.noSession(id));
        Target target = first.target();
        if (!place.isEmpty() && !place.fits(target)) {
            throw Failures.validation("The cluster or workgroup, database and login are those of session " + id
                    + ": others can't be specified.");
        }
        return target;
    }

    private Optional<StatementRecord> session(String id) {
        try {
            return sessions.first(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
