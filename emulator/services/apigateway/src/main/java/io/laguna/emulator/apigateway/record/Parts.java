package io.laguna.emulator.apigateway.record;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The parts of one kind that an API has, as JSON, over one connection to the state. */
public record Parts(Handle handle, String api, PartKind kind) {
    /** Adds a part, or changes the one that has the id. */
    public void put(String id, String definition) {
        handle.execute(
                "insert into apigateway_part (api, kind, id, definition) values (?, ?, ?, ?)"
                        + " on conflict (api, kind, id) do update set definition = excluded.definition",
                api,
                kind.name(),
                id,
                definition);
    }

    public Optional<String> find(String id) {
        return handle.select(
                        "select definition from apigateway_part where api = ? and kind = ? and id = ?",
                        ApiRecords.known(api),
                        kind.name(),
                        ApiRecords.known(id))
                .mapTo(String.class)
                .findFirst();
    }

    /** Returns all parts in the order of their ids. */
    public List<String> all() {
        return handle.select(
                        "select definition from apigateway_part where api = ? and kind = ? order by id collate \"C\"",
                        api,
                        kind.name())
                .mapTo(String.class)
                .list();
    }

    public void delete(String id) {
        handle.execute("delete from apigateway_part where api = ? and kind = ? and id = ?", api, kind.name(), id);
    }

    public void deleteAll() {
        handle.execute("delete from apigateway_part where api = ? and kind = ?", api, kind.name());
    }
}
