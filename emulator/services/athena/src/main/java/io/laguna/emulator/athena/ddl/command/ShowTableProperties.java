package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.IcebergMetadata;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.text.Answers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The statement {@code SHOW TBLPROPERTIES}: https://docs.aws.amazon.com/athena/latest/ug/show-tblproperties.html */
public record ShowTableProperties(TableName table, Optional<String> key) implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        CatalogTable present = table.in(catalog);
        Map<String, String> properties = present.isIceberg()
                ? IcebergMetadata.of(catalog, present).athenaProperties()
                : new TreeMap<>(present.glue().parameters());
        return Answers.texts(
                key.map(wanted -> List.of(one(catalog, properties, wanted)))
                        .orElseGet(() -> properties.entrySet().stream()
                                .map(property -> property.getKey() + "\t" + property.getValue())
                                .flatMap(String::lines)
                                .toList()),
                "prpt_name",
                "prpt_value");
    }

    private String one(DataCatalog catalog, Map<String, String> properties, String wanted) {
        return Optional.ofNullable(properties.get(wanted)).orElseGet(() -> "Table %s.%s does not have property: %s"
                .formatted(table.databaseIn(catalog), table.name(), wanted));
    }
}
