package io.laguna.emulator.redshift.spectrum.ddl;

import io.laguna.emulator.redshift.session.Scope;
import io.laguna.emulator.redshift.spectrum.foreign.DataCatalog;
import io.laguna.emulator.redshift.spectrum.foreign.ExternalSchema;
import io.laguna.emulator.redshift.spectrum.foreign.ExternalSchemas;
import io.laguna.emulator.redshift.spectrum.type.Types;
import io.laguna.redshift.sql.statement.Credentials;
import io.laguna.redshift.sql.statement.ExternalSource;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Answer;
import io.laguna.redshift.wire.order.Order;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;

/**
 * CREATE EXTERNAL SCHEMA, and DROP SCHEMA of external schemas.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_EXTERNAL_SCHEMA.html">CREATE EXTERNAL SCHEMA</a>
 */
public record ExternalSchemaStatements(DataCatalog catalog, ExternalSchemas schemas) {
    /** Returns how CREATE EXTERNAL SCHEMA is carried out. */
    public Order create(Statement.CreateExternalSchema statement, Scope scope) throws SqlFailure {
        if (statement.from() != ExternalSource.DATA_CATALOG) {
            throw new SqlFailure(
                    "0A000", "CREATE EXTERNAL SCHEMA FROM " + statement.from() + " is not implemented by Laguna");
        }
        String role = role(statement.credentials());
        return (Answer) bench -> created(statement, role, scope, bench);
    }

    private String created(Statement.CreateExternalSchema statement, String role, Scope scope, Workbench bench)
            throws SqlFailure, IOException {
        String name = statement.schema();
        boolean exists = !bench.query("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = " + Types.literal(name))
                .isEmpty();
        if (exists && statement.ifNotExists()) {
            bench.notice("INFO", "External schema \"" + name + "\" already exists, skipping");
            return "CREATE SCHEMA";
        }
        if (statement.createsDatabase()) {
            boolean isNew = catalog.call(scope, role, glue -> {
                try {
                    glue.createDatabase(request -> request.databaseInput(input -> input.name(statement.database())));
                    return true;
                } catch (AlreadyExistsException e) {
                    return false;
                }
            });
            bench.notice(
                    "INFO",
                    "External database \"" + statement.database() + "\" " + (isNew ? "created" : "already exists"));
        }
        var unused = bench.query("SELECT laguna.create_external_schema(" + Types.literal(name) + ", "
                + ExternalSchema.DATA_CATALOG + ", " + Types.literal(statement.database()) + ", "
                + Types.literal(options(statement, role)) + ")");
        schemas.forget(scope);
        return "CREATE SCHEMA";
    }

    private static String options(Statement.CreateExternalSchema statement, String role) {
        StringBuilder json = new StringBuilder("{\"IAM_ROLE\":\"").append(role).append('"');
        statement.options().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(option -> json.append(",\"")
                        .append(option.getKey().toUpperCase(Locale.ROOT))
                        .append("\":\"")
                        .append(option.getValue())
                        .append('"'));
        return json.append('}').toString();
    }

    private static String role(Optional<Credentials> credentials) throws SqlFailure {
        if (credentials.isEmpty() || credentials.get() instanceof Credentials.Keys) {
            throw new SqlFailure("XX000", "An external schema of the data catalog is read by an IAM role");
        }
        if (credentials.get() instanceof Credentials.Roles roles) {
            return String.join(",", roles.arns());
        }
        return credentials.get() instanceof Credentials.DefaultRole ? "default" : "SESSION";
    }

    /** Returns how DROP SCHEMA is carried out when a schema is external, or its database is to go too. */
    public Order drop(Statement.DropSchema statement, Scope scope) {
        return (Answer) bench -> dropped(statement, scope, bench);
    }

    private String dropped(Statement.DropSchema statement, Scope scope, Workbench bench)
            throws SqlFailure, IOException {
        Map<String, ExternalSchema> external = schemas.of(scope);
        List<ExternalSchema> dropped = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean all = true;
        for (QualifiedName name : statement.schemas()) {
            Optional<ExternalSchema> schema = Optional.ofNullable(external.get(name.last()));
            schema.ifPresent(dropped::add);
            names.add(Types.quoted(name.last()));
            all &= schema.isPresent();
        }
        // The tables of external schemas are Laguna's own, and are no reason to keep them.
        String cascade = all || statement.cascade() ? " CASCADE" : "";
        bench.execute("DROP SCHEMA " + (statement.ifExists() ? "IF EXISTS " : "") + String.join(", ", names) + cascade);
        var unused = bench.query("SELECT laguna.forget_external_schemas()");
        schemas.forget(scope);
        if (statement.dropsExternalDatabase()) {
            for (ExternalSchema schema : dropped) {
                dropDatabase(schema, statement.cascade(), scope);
            }
        }
        return "DROP SCHEMA";
    }

    private void dropDatabase(ExternalSchema schema, boolean cascade, Scope scope) throws SqlFailure {
        boolean isEmpty = catalog.call(scope, schema.role(), glue -> {
            try {
                boolean empty = glue.getTables(request ->
                                request.databaseName(schema.database()).maxResults(1))
                        .tableList()
                        .isEmpty();
                if (empty || cascade) {
                    glue.deleteDatabase(request -> request.name(schema.database()));
                }
                return empty || cascade;
            } catch (EntityNotFoundException e) {
                return true;
            }
        });
        if (!isEmpty) {
            throw new SqlFailure(
                    "2BP01",
                    "cannot drop external database " + schema.database() + " because it has tables: use CASCADE");
        }
    }
}
