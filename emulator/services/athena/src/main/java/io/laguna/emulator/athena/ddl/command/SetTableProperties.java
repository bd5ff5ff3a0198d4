package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.IcebergProperties;
import io.laguna.emulator.athena.ddl.model.TableName;
import java.util.HashMap;
import java.util.Map;

/**
 * The statement {@code ALTER TABLE SET TBLPROPERTIES}:
 * https://docs.aws.amazon.com/athena/latest/ug/alter-table-set-tblproperties.html
 */
public record SetTableProperties(TableName table, Map<String, String> properties) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        CatalogTable present = table.in(catalog);
        Alterations.requireTable(present);
        if (present.isIceberg()) {
            return TrinoSql.of("ALTER TABLE %s SET PROPERTIES %s"
                    .formatted(table.inIceberg(catalog), String.join(", ", IcebergProperties.assignments(properties))));
        }
        Map<String, String> all = new HashMap<>(present.glue().parameters());
        all.putAll(properties);
        // "Managed tables are not supported, so setting 'EXTERNAL'='FALSE' has no effect."
        all.put("EXTERNAL", "TRUE");
        present.update(catalog, input -> input.copy(change -> change.parameters(all)));
        return Answer.NOTHING;
    }
}
