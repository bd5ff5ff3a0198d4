package io.laguna.emulator.athena.saved;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.athena.model.NamedQuery;

/** The named queries in the state, over one connection to it. */
final class NamedQueryRecords {
    private final Handle handle;

    NamedQueryRecords(Handle handle) {
        this.handle = handle;
    }

    /** An earlier request with a client token. */
    record Earlier(String id, String request) {}

    /** Adds a query unless one was created with that token, and tells whether it was added. */
    boolean insert(Caller caller, NamedQuery query, Optional<String> token, String request) {
        return handle.execute(
                        "insert into athena_named_query"
                                + " (id, account, region, workgroup, definition, client_token, request)"
                                + " values (?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (account, region, client_token) do nothing",
                        query.namedQueryId(),
                        caller.accountId(),
                        caller.region(),
                        query.workGroup(),
                        ShapeJson.write(query),
                        token.orElse(null),
                        request)
                == 1;
    }

    Optional<Earlier> byToken(Caller caller, String token) {
        return handle.select(
                        "select id, request from athena_named_query"
                                + " where account = ? and region = ? and client_token = ?",
                        caller.accountId(),
                        caller.region(),
                        token)
                .map((row, context) -> new Earlier(row.getString("id"), row.getString("request")))
                .findOne();
    }

    Optional<NamedQuery> find(Caller caller, String id) {
        return find(caller, id, "");
    }

    /** Returns a query that nobody else changes before the end of the transaction. */
    Optional<NamedQuery> lock(Caller caller, String id) {
        return find(caller, id, " for update");
    }

    /** Returns the ids of a workgroup's queries, in their order. */
    List<String> ids(Caller caller, String workGroup) {
        return handle.select(
                        "select id from athena_named_query where account = ? and region = ? and workgroup = ?"
                                + " order by id collate \"C\"",
                        caller.accountId(),
                        caller.region(),
                        workGroup)
                .mapTo(String.class)
                .list();
    }

    void save(NamedQuery query) {
        handle.execute(
                "update athena_named_query set definition = ? where id = ?",
                ShapeJson.write(query),
                query.namedQueryId());
    }

    void delete(NamedQuery query) {
        handle.execute("delete from athena_named_query where id = ?", query.namedQueryId());
    }

    private Optional<NamedQuery> find(Caller caller, String id, String lock) {
        return handle.select(
                        "select definition from athena_named_query where id = ? and account = ? and region = ?" + lock,
                        id,
                        caller.accountId(),
                        caller.region())
                .map((row, context) -> ShapeJson.read(row.getString("definition"), NamedQuery.builder()))
                .findOne();
    }
}
