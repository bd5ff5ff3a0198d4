package io.laguna.emulator.lambda.record;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.state.TagTable;
import io.laguna.emulator.lambda.code.CodeHash;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.emulator.lambda.request.FunctionName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** Functions and their versions, over one connection to the state. Variables of environments are sealed. */
public record FunctionRecords(Handle handle, Seal seal) {
    private static final String VERSIONS = "select f.*, v.number, v.configuration, v.environment, v.code, v.layers"
            + " from lambda_function f join lambda_version v on v.function = f.id";
    private static final Pattern SPACES = Pattern.compile(" ");

    public Optional<FunctionRow> find(FunctionName name) {
        return handle.select(
                        "select * from lambda_function where account = ? and region = ? and name = ?",
                        name.owner().accountId(),
                        name.owner().region(),
                        name.name())
                .map((row, context) -> function(row))
                .findOne();
    }

    /** Returns a function, which nobody else changes until the transaction ends. */
    public FunctionRow lock(FunctionName name) {
        return handle.select(
                        "select * from lambda_function where account = ? and region = ? and name = ? for update",
                        name.owner().accountId(),
                        name.owner().region(),
                        name.name())
                .map((row, context) -> function(row))
                .findOne()
                .orElseThrow(() -> Failures.noFunction(name));
    }

    public FunctionRow require(FunctionName name) {
        return find(name).orElseThrow(() -> Failures.noFunction(name));
    }

    /** Makes a function; empty when there is one of the name. */
    public Optional<FunctionRow> insert(FunctionName name) {
        return handle.select(
                        "insert into lambda_function (account, region, name) values (?, ?, ?) on conflict do nothing"
                                + " returning *",
                        name.owner().accountId(),
                        name.owner().region(),
                        name.name())
                .map((row, context) -> function(row))
                .findOne();
    }

    public void delete(FunctionRow function) {
        handle.execute("delete from lambda_function where id = ?", function.id());
    }

    public void delete(FunctionRow function, long number) {
        handle.execute("delete from lambda_version where function = ? and number = ?", function.id(), number);
    }

    public void reserve(FunctionRow function, Optional<Integer> executions) {
        handle.execute("update lambda_function set reserved = ? where id = ?", executions.orElse(null), function.id());
    }

    public void letLoop(FunctionRow function, boolean may) {
        handle.execute("update lambda_function set may_loop = ? where id = ?", may, function.id());
    }

    /** Returns what is reserved for all functions of an account in a region. */
    public long reserved(Caller owner) {
        return handle.select(
                        "select coalesce(sum(reserved), 0) from lambda_function where account = ? and region = ?",
                        owner.accountId(),
                        owner.region())
                .mapTo(Long.class)
                .one();
    }

    /** Returns all versions in the order of their functions' names, or those of one kind. */
    public List<Version> all(Caller owner, boolean published) {
        return handle.select(
                        VERSIONS + " where f.account = ? and f.region = ? and (? or v.number = 0)"
                                + " order by f.name collate \"C\", v.number",
                        owner.accountId(),
                        owner.region(),
                        published)
                .map((row, context) -> version(row))
                .list();
    }

    public Optional<Version> version(FunctionRow function, long number) {
        return handle.select(VERSIONS + " where f.id = ? and v.number = ?", function.id(), number)
                .map((row, context) -> version(row))
                .findOne();
    }

    /** Returns the versions of a function in their order, {@code $LATEST} first. */
    public List<Version> versions(FunctionRow function) {
        return handle.select(VERSIONS + " where f.id = ? order by v.number", function.id())
                .map((row, context) -> version(row))
                .list();
    }

    public Version latest(FunctionRow function) {
        return version(function, 0).orElseThrow();
    }

    /** Keeps a version, over what was kept of the same number. */
    public void put(Version version) {
        FunctionConfiguration whole = version.configuration();
        Optional<String> variables = Optional.ofNullable(whole.environment()).map(ShapeJson::write);
        String place = place(version.function().id(), version.number());
        handle.execute(
                "insert into lambda_version (function, number, configuration, environment, code, layers)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (function, number) do update set"
                        + " configuration = excluded.configuration, environment = excluded.environment,"
                        + " code = excluded.code, layers = excluded.layers",
                version.function().id(),
                version.number(),
                ShapeJson.write(whole.toBuilder()
                        .environment((EnvironmentResponse) null)
                        .build()),
                variables.map(text -> seal.close(text, place)).orElse(null),
                version.code().hex(),
                version.layers().stream().map(CodeHash::hex).collect(Collectors.joining(" ")));
    }

    /** Returns the number of the next version, which is used then. */
    public long nextVersion(FunctionRow function) {
        return handle.select(
                        "update lambda_function set last_version = last_version + 1 where id = ? returning last_version",
                        function.id())
                .mapTo(Long.class)
                .one();
    }

    /** Returns the code of all versions and layers. */
    public Set<String> usedCode() {
        Set<String> used = new HashSet<>(handle.select("select code from lambda_layer_version")
                .mapTo(String.class)
                .list());
        handle.select("select code || ' ' || layers from lambda_version")
                .mapTo(String.class)
                .forEach(all -> SPACES.splitAsStream(all).forEach(used::add));
        return used;
    }

    public TagTable tags() {
        return new TagTable(handle, "lambda_tag", "function");
    }

    private static String place(long function, long number) {
        return "lambda/" + function + "/" + number;
    }

    private static FunctionRow function(ResultSet row) throws SQLException {
        return new FunctionRow(
                row.getLong("id"),
                new Caller(row.getString("account"), row.getString("region")),
                row.getString("name"),
                row.getLong("last_version"),
                Optional.ofNullable(row.getObject("reserved", Integer.class)),
                row.getBoolean("may_loop"));
    }

    private Version version(ResultSet row) throws SQLException {
        FunctionRow function = function(row);
        long number = row.getLong("number");
        FunctionConfiguration.Builder configuration =
                ShapeJson.read(row.getString("configuration"), FunctionConfiguration.builder()).toBuilder();
        Optional.ofNullable(row.getString("environment"))
                .map(closed -> seal.open(closed, place(function.id(), number)))
                .map(text -> ShapeJson.read(text, EnvironmentResponse.builder()))
                .ifPresent(configuration::environment);
        return new Version(
                function,
                number,
                configuration.build(),
                new CodeHash(row.getString("code")),
                Stream.of(SPACES.split(row.getString("layers")))
                        .filter(hex -> !hex.isEmpty())
                        .map(CodeHash::new)
                        .toList());
    }
}
