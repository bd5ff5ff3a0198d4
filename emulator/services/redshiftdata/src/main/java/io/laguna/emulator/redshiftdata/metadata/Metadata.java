package io.laguna.emulator.redshiftdata.metadata;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.redshiftdata.connect.Connector;
import io.laguna.emulator.redshiftdata.connect.Target;
import io.laguna.emulator.redshiftdata.request.Constraints;
import io.laguna.emulator.redshiftdata.request.Failures;
import io.laguna.emulator.redshiftdata.request.Room;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.redshiftdata.model.ColumnMetadata;
import software.amazon.awssdk.services.redshiftdata.model.DescribeTableRequest;
import software.amazon.awssdk.services.redshiftdata.model.DescribeTableResponse;
import software.amazon.awssdk.services.redshiftdata.model.ListDatabasesRequest;
import software.amazon.awssdk.services.redshiftdata.model.ListDatabasesResponse;
import software.amazon.awssdk.services.redshiftdata.model.ListSchemasRequest;
import software.amazon.awssdk.services.redshiftdata.model.ListSchemasResponse;
import software.amazon.awssdk.services.redshiftdata.model.ListTablesRequest;
import software.amazon.awssdk.services.redshiftdata.model.ListTablesResponse;
import software.amazon.awssdk.services.redshiftdata.model.TableMember;

/** The operations that tell what is in a cluster. They ask it in a connection of their own, which the login has to open. */
public final class Metadata extends Room {
    private static final int LARGEST_PAGE = 1000;

    private final Caller caller;
    private final Connector connector;

    /** A question to a database. */
    @FunctionalInterface
    private interface Question<T> {
        List<T> ask(Connection connection) throws SQLException;
    }

    public Metadata(Caller caller, Connector connector) {
        this.caller = caller;
        this.connector = connector;
    }

    @Override
    public ListDatabasesResponse listDatabases(ListDatabasesRequest request) {
        Target target = target(
                request.clusterIdentifier(),
                request.workgroupName(),
                request.database(),
                request.dbUser(),
                request.secretArn());
        Page<String> page = page(target, Questions::databases, name -> name, request.nextToken(), request.maxResults());
        return ListDatabasesResponse.builder()
                .databases(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public ListSchemasResponse listSchemas(ListSchemasRequest request) {
        new Constraints().name("schemaPattern", request.schemaPattern()).check();
        Target target = target(
                request.clusterIdentifier(),
                request.workgroupName(),
                request.database(),
                request.dbUser(),
                request.secretArn());
        checkConnected(target, request.connectedDatabase());
        Page<String> page = page(
                target,
                connection -> Questions.schemas(connection, pattern(request.schemaPattern())),
                name -> name,
                request.nextToken(),
                request.maxResults());
        return ListSchemasResponse.builder()
                .schemas(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public ListTablesResponse listTables(ListTablesRequest request) {
        new Constraints()
                .name("schemaPattern", request.schemaPattern())
                .name("tablePattern", request.tablePattern())
                .check();
        Target target = target(
                request.clusterIdentifier(),
                request.workgroupName(),
                request.database(),
                request.dbUser(),
                request.secretArn());
        checkConnected(target, request.connectedDatabase());
        Page<TableMember> page = page(
                target,
                connection ->
                        Questions.tables(connection, pattern(request.schemaPattern()), pattern(request.tablePattern())),
                table -> table.schema() + "\u0001" + table.name(),
                request.nextToken(),
                request.maxResults());
        return ListTablesResponse.builder()
                .tables(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public DescribeTableResponse describeTable(DescribeTableRequest request) {
        new Constraints()
                .name("schema", request.schema())
                .name("table", request.table())
                .check();
        Target target = target(
                request.clusterIdentifier(),
                request.workgroupName(),
                request.database(),
                request.dbUser(),
                request.secretArn());
        checkConnected(target, request.connectedDatabase());
        Page<ColumnMetadata> page = page(
                target,
                connection -> Questions.columns(connection, request.schema(), request.table()),
                column -> column.schemaName() + "\u0001" + column.tableName() + "\u0001" + column.name(),
                request.nextToken(),
                request.maxResults());
        return DescribeTableResponse.builder()
                .tableName(request.table())
                .columnList(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static Target target(String cluster, String workgroup, String database, String dbUser, String secret) {
        new Constraints().target(cluster, workgroup, database, dbUser, secret).check();
        return Target.of(cluster, workgroup, database, dbUser, secret);
    }

    /** Checks that the login opens the database that it is said to open, where that is not the one that is asked. */
    private void checkConnected(Target target, String connected) {
        new Constraints().length("connectedDatabase", connected, 1, 2048).check();
        if (connected == null || connected.equals(target.database())) {
            return;
        }
        connector.warehouses().endpoint(caller, target);
        try (Connection connection = connector.connect(caller, target.on(connected))) {
            connection.setReadOnly(true);
        } catch (SQLException e) {
            throw Failures.noConnection(e.getMessage());
        }
    }

    private static String pattern(String asked) {
        return Optional.ofNullable(asked).filter(text -> !text.isEmpty()).orElse("%");
    }

    private <T> Page<T> page(
            Target target, Question<T> question, Function<T, String> key, String token, Integer asked) {
        new Constraints().page(asked, LARGEST_PAGE).check();
        Page.after(token, Failures::badToken);
        connector.warehouses().endpoint(caller, target);
        try (Connection connection = connector.connect(caller, target)) {
            return Page.ofOrdered(
                    question.ask(connection), key, token, Page.size(asked, LARGEST_PAGE), Failures::badToken);
        } catch (SQLException e) {
            throw Failures.noConnection(e.getMessage());
        }
    }
}
