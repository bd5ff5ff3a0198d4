package io.laguna.emulator.lambda.url;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.lambda.record.FunctionRow;
import io.laguna.emulator.lambda.request.FunctionName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.lambda.model.FunctionUrlConfig;

/** The URLs of functions in the state, over one connection to it. */
record UrlRecords(Handle handle) {
    private static final String URLS = "select u.*, f.account, f.region, f.name from lambda_url u"
            + " join lambda_function f on f.id = u.function where ";

    Optional<UrlRow> find(String id) {
        return handle.select(URLS + "u.id = ?", id).map(UrlRecords::read).findOne();
    }

    Optional<UrlRow> find(FunctionRow function, String qualifier) {
        return handle.select(URLS + "u.function = ? and u.qualifier = ?", function.id(), qualifier)
                .map(UrlRecords::read)
                .findOne();
    }

    /** Returns those of a function, by qualifier. */
    List<UrlRow> all(FunctionRow function) {
        return handle.select(URLS + "u.function = ? order by u.qualifier collate \"C\"", function.id())
                .map(UrlRecords::read)
                .list();
    }

    /** Makes a URL, and tells whether there was none. */
    boolean insert(FunctionRow function, UrlRow url) {
        return handle.execute(
                        "insert into lambda_url (id, function, qualifier, configuration) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        url.id(),
                        function.id(),
                        url.function().qualifier().orElse(""),
                        ShapeJson.write(url.configuration()))
                > 0;
    }

    void update(UrlRow url) {
        handle.execute(
                "update lambda_url set configuration = ? where id = ?", ShapeJson.write(url.configuration()), url.id());
    }

    void delete(UrlRow url) {
        handle.execute("delete from lambda_url where id = ?", url.id());
    }

    private static UrlRow read(ResultSet row, StatementContext context) throws SQLException {
        return new UrlRow(
                row.getString("id"),
                new FunctionName(
                        new Caller(row.getString("account"), row.getString("region")),
                        row.getString("name"),
                        Optional.of(row.getString("qualifier")).filter(alias -> !alias.isEmpty())),
                ShapeJson.read(row.getString("configuration"), FunctionUrlConfig.builder()));
    }
}
