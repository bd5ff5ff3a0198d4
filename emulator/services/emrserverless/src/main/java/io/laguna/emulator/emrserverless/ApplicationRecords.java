package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.emrserverless.model.Application;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;

/** Applications in the state, over one connection to it. */
final class ApplicationRecords {
    private static final String COLUMNS = "select definition, idle_since" + " from serverless_application where ";

    private final Handle handle;

    ApplicationRecords(Handle handle) {
        this.handle = handle;
    }

    /** An earlier request under a client token, and the id of what it made. */
    record Earlier(String id, String request) {}

    void insert(Caller caller, Application application, Optional<String> token, String request) {
        handle.execute(
                "insert into serverless_application (id, account, region, state, definition, created_at, updated_at,"
                        + " client_token, request) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                application.applicationId(),
                caller.accountId(),
                caller.region(),
                application.stateAsString(),
                ShapeJson.write(application),
                Timestamp.from(application.createdAt()),
                Timestamp.from(application.updatedAt()),
                token.orElse(null),
                request);
    }

    Optional<Earlier> byToken(Caller caller, String token) {
        return handle.select(
                        "select id, request from serverless_application"
                                + " where account = ? and region = ? and client_token = ?",
                        caller.accountId(),
                        caller.region(),
                        token)
                .map((row, context) -> new Earlier(row.getString("id"), row.getString("request")))
                .findFirst();
    }

    Optional<ApplicationRecord> find(Caller caller, String id) {
        return handle.select(COLUMNS + "id = ? and account = ? and region = ?", id, caller.accountId(), caller.region())
                .map(ApplicationRecords::read)
                .findFirst();
    }

    /** The same, held until the end of the transaction: nobody else starts a run of it or changes it. */
    Optional<ApplicationRecord> lock(Caller caller, String id) {
        return handle.select(
                        COLUMNS + "id = ? and account = ? and region = ? for update",
                        id,
                        caller.accountId(),
                        caller.region())
                .map(ApplicationRecords::read)
                .findFirst();
    }

    /** Locks an application like {@link #lock(Caller, String)}, of any caller. */
    Optional<ApplicationRecord> lock(String id) {
        return handle.select(COLUMNS + "id = ? for update", id)
                .map(ApplicationRecords::read)
                .findFirst();
    }

    /** Every account's, but those that were deleted. */
    List<ApplicationRecord> all() {
        return handle.select(COLUMNS + "state <> 'TERMINATED' order by created_at, id")
                .map(ApplicationRecords::read)
                .list();
    }

    /** One more than the page's size, if there are more; the latest first. */
    List<ApplicationRecord> page(Caller caller, List<ApplicationState> states, Page.Request page) {
        return handle.select(
                        COLUMNS + "account = ? and region = ? and state = any(string_to_array(?, ','))"
                                + " and (created_at, id) < (?, ?) order by created_at desc, id desc limit ?",
                        caller.accountId(),
                        caller.region(),
                        String.join(
                                ",",
                                states.stream().map(ApplicationState::toString).toList()),
                        Timestamp.from(page.after().createdAt()),
                        page.after().id(),
                        page.size() + 1)
                .map(ApplicationRecords::read)
                .list();
    }

    /** Keeps a definition with its state. */
    void save(Application application) {
        handle.execute(
                "update serverless_application set state = ?, definition = ?, updated_at = ? where id = ?",
                application.stateAsString(),
                ShapeJson.write(application),
                Timestamp.from(application.updatedAt()),
                application.applicationId());
    }

    void idle(String id, Instant since) {
        handle.execute("update serverless_application set idle_since = ? where id = ?", Timestamp.from(since), id);
    }

    private static ApplicationRecord read(ResultSet row, StatementContext context) throws SQLException {
        return new ApplicationRecord(
                ShapeJson.read(row.getString("definition"), Application.builder()),
                Optional.ofNullable(row.getTimestamp("idle_since")).map(Timestamp::toInstant));
    }
}
