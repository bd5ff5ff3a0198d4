package io.laguna.emulator.crawl.change;

import io.laguna.emulator.crawl.CatalogChange;
import io.laguna.emulator.crawl.ChangePolicy;
import io.laguna.emulator.crawl.LogLine;
import io.laguna.emulator.crawl.table.Marks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Table;

/** The changes of a table whose files are gone. */
final class Missing {
    private static final String WHERE = " because a matching schema was not found at the table's location.";

    private Missing() {}

    static Optional<CatalogChange> of(Table table, ChangePolicy policy) {
        String name = "Table " + table.name();
        return switch (policy.delete()) {
            case DELETE_FROM_DATABASE -> Optional.of(
                    new CatalogChange.DeleteTable(table, List.of(LogLine.info(name + " is deleted" + WHERE))));
            case DEPRECATE_IN_DATABASE -> table.parameters().containsKey(Marks.DEPRECATED)
                    ? Optional.empty()
                    : Optional.of(deprecated(table, policy, LogLine.info(name + " is marked deprecated" + WHERE)));
            case LOG, UNKNOWN_TO_SDK_VERSION -> Optional.of(new CatalogChange.OnlyLogged(
                    table.name(), List.of(LogLine.info(name + " would be deleted or marked deprecated" + WHERE))));
        };
    }

    static CatalogChange.DeprecateTable deprecated(Table table, ChangePolicy policy, LogLine line) {
        Map<String, String> parameters = new HashMap<>(table.parameters());
        parameters.put(Marks.DEPRECATED, String.valueOf(policy.now().toEpochMilli()));
        return new CatalogChange.DeprecateTable(
                table, Inputs.of(table).toBuilder().parameters(parameters).build(), List.of(line));
    }
}
