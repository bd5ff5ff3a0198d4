package io.laguna.emulator.apigateway.record;

import io.laguna.emulator.kit.Caller;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The APIs in the state, over one connection to it. */
public record ApiRecords(Handle handle) {
    private static final String SELECT = "select id, account, region, kind, definition from apigateway_api where ";

    public void insert(ApiRow api) {
        handle.execute(
                "insert into apigateway_api (id, account, region, kind, definition) values (?, ?, ?, ?, ?)",
                api.id(),
                api.owner().accountId(),
                api.owner().region(),
                api.kind().name(),
                api.definition());
    }

    /** Returns any account's API, as its clients call it. */
    public Optional<ApiRow> find(String id) {
        return rows(handle.select(SELECT + "id = ?", known(id))).stream().findFirst();
    }

    public Optional<ApiRow> find(Caller owner, ApiKind kind, String id) {
        return find(id).filter(api -> api.owner().equals(owner) && api.kind() == kind);
    }

    /** Returns an API that nobody else changes until the transaction ends. */
    public Optional<ApiRow> lock(Caller owner, ApiKind kind, String id) {
        return rows(handle.select(SELECT + "id = ? for update", known(id))).stream()
                .filter(api -> api.owner().equals(owner) && api.kind() == kind)
                .findFirst();
    }

    /** Returns an account's APIs, in the order of their ids. */
    public List<ApiRow> all(Caller owner, ApiKind kind) {
        return rows(handle.select(
                SELECT + "account = ? and region = ? and kind = ? order by id collate \"C\"",
                owner.accountId(),
                owner.region(),
                kind.name()));
    }

    public void update(String id, String definition) {
        handle.execute("update apigateway_api set definition = ? where id = ?", definition, id);
    }

    /** Deletes an API with all its parts. */
    public void delete(String id) {
        handle.execute("delete from apigateway_api where id = ?", id);
    }

    /** Returns an id that PostgreSQL takes: no API has one with the character U+0000. */
    static String known(String id) {
        return id == null || id.indexOf('\0') >= 0 ? "" : id;
    }

    private static List<ApiRow> rows(Query query) {
        return query.map((row, context) -> new ApiRow(
                        row.getString("id"),
                        new Caller(row.getString("account"), row.getString("region")),
                        ApiKind.valueOf(row.getString("kind")),
                        row.getString("definition")))
                .list();
    }
}
