package io.laguna.emulator.redshift.spectrum.ddl;

import io.laguna.emulator.redshift.session.Scope;
import io.laguna.emulator.redshift.spectrum.foreign.DataCatalog;
import io.laguna.emulator.redshift.spectrum.foreign.ExternalSchema;
import io.laguna.emulator.redshift.spectrum.foreign.ExternalSchemas;
import io.laguna.emulator.redshift.spectrum.type.Types;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Table;

/** The external table that a statement changes: its schema, and its name there. */
record Target(ExternalSchema schema, String table) {
    /**
     * Returns the table of a name.
     *
     * @throws SqlFailure when the schema is not external, or is another one's
     */
    static Target of(QualifiedName name, ExternalSchemas schemas, Scope scope, Workbench bench)
            throws SqlFailure, IOException {
        String schema = name.schema()
                .orElseThrow(() -> new SqlFailure(
                        "42601", "An external table has the name of its external schema before it: " + name));
        Optional<ExternalSchema> external = schemas.find(schema, scope);
        if (external.isEmpty()) {
            throw new SqlFailure("3F000", "External schema \"" + schema + "\" does not exist");
        }
        List<List<Optional<String>>> owner = bench.query(
                "SELECT pg_catalog.pg_has_role(current_user, nspowner, 'USAGE') FROM pg_catalog.pg_namespace"
                        + " WHERE nspname = " + Types.literal(schema));
        boolean owns =
                !owner.isEmpty() && owner.get(0).get(0).filter("t"::equals).isPresent();
        if (!owns) {
            throw new SqlFailure("42501", "must be owner of schema " + schema);
        }
        return new Target(external.get(), name.last());
    }

    /** Returns the table as the Data Catalog has it. */
    Table in(DataCatalog catalog, Scope scope) throws SqlFailure {
        return catalog.table(scope, schema, table)
                .orElseThrow(() ->
                        new SqlFailure("42P01", "relation \"" + schema.name() + "." + table + "\" does not exist"));
    }
}
