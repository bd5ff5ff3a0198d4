package io.laguna.emulator.lambda.source;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.state.TagTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;

/** The event source mappings in the state, over one connection to it. */
record MappingRecords(Handle handle) {
    /** Makes a mapping; empty when the function has one of the queue. */
    boolean insert(Mapping mapping) {
        return handle.execute(
                        "insert into lambda_event_source"
                                + " (id, account, region, source, function, wanted, state, configuration)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        mapping.id(),
                        mapping.owner().accountId(),
                        mapping.owner().region(),
                        mapping.configuration().eventSourceArn(),
                        mapping.configuration().functionArn(),
                        mapping.wanted(),
                        mapping.stage().word(),
                        ShapeJson.write(mapping.configuration()))
                > 0;
    }

    void update(Mapping mapping) {
        handle.execute(
                "update lambda_event_source set function = ?, wanted = ?, state = ?, configuration = ? where id = ?",
                mapping.configuration().functionArn(),
                mapping.wanted(),
                mapping.stage().word(),
                ShapeJson.write(mapping.configuration()),
                mapping.id());
    }

    void delete(UUID id) {
        handle.execute("delete from lambda_event_source where id = ?", id);
    }

    /** Returns a mapping, which nobody else changes until the transaction ends. */
    Optional<Mapping> lock(UUID id) {
        return handle.select("select * from lambda_event_source where id = ? for update", id)
                .map(MappingRecords::read)
                .findOne();
    }

    Optional<Mapping> find(Caller owner, UUID id) {
        return all(owner).stream().filter(mapping -> mapping.id().equals(id)).findFirst();
    }

    Optional<Mapping> find(Caller owner, String source, String function) {
        return all(owner).stream()
                .filter(mapping -> mapping.configuration().eventSourceArn().equals(source)
                        && mapping.configuration().functionArn().equals(function))
                .findFirst();
    }

    /** Returns those of an owner, by their ids. */
    List<Mapping> all(Caller owner) {
        return handle.select(
                        "select * from lambda_event_source where account = ? and region = ? order by id::text collate \"C\"",
                        owner.accountId(),
                        owner.region())
                .map(MappingRecords::read)
                .list();
    }

    List<Mapping> all() {
        return handle.select("select * from lambda_event_source")
                .map(MappingRecords::read)
                .list();
    }

    TagTable tags() {
        return new TagTable(handle, "lambda_event_source_tag", "event_source");
    }

    private static Mapping read(ResultSet row, StatementContext context) throws SQLException {
        return new Mapping(
                row.getObject("id", UUID.class),
                new Caller(row.getString("account"), row.getString("region")),
                row.getBoolean("wanted"),
                Stage.of(row.getString("state")),
                ShapeJson.read(row.getString("configuration"), EventSourceMappingConfiguration.builder()));
    }
}
