package io.laguna.emulator.crawl.change;

import io.laguna.emulator.crawl.ChangePolicy;
import io.laguna.emulator.crawl.FoundTable;
import io.laguna.emulator.crawl.table.TableNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.glue.model.Table;

/** The tables of the catalog that found tables are, by name and location. */
final class TableMatches {
    private final Map<String, Table> byName = new HashMap<>();
    private final Map<String, Table> ownByLocation = new HashMap<>();
    private final Set<String> given = new HashSet<>();

    TableMatches(List<Table> tables, ChangePolicy policy) {
        for (Table table : tables) {
            byName.put(table.name(), table);
            if (policy.owns(table)) {
                ownByLocation.put(Shapes.location(table), table);
            }
        }
    }

    /** The name of a found table in the catalog, and the table if it is there. */
    record Match(String name, Optional<Table> table) {}

    /**
     * Finds a table: the crawler's own at the place, or one of the name at the place. A name that is taken elsewhere gets a
     * suffix.
     */
    Match of(FoundTable found) {
        String name = found.input().name();
        String location = Shapes.location(found.input());
        if (found.kind() == FoundTable.Kind.CATALOG || found.kind() == FoundTable.Kind.NEW_PARTITIONS) {
            return match(name);
        }
        Table own = ownByLocation.get(location);
        if (own != null && given.add(own.name())) {
            return match(own.name());
        }
        return isFree(name, location) && given.add(name) ? match(name) : distinct(name, found);
    }

    private Match distinct(String name, FoundTable found) {
        String other =
                TableNames.distinct(name, found.input().storageDescriptor().location());
        given.add(other);
        return match(other);
    }

    private boolean isFree(String name, String location) {
        Table table = byName.get(name);
        return table == null || Shapes.location(table).equals(location);
    }

    private Match match(String name) {
        return new Match(name, Optional.ofNullable(byName.get(name)));
    }
}
