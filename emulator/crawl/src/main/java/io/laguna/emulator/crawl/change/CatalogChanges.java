package io.laguna.emulator.crawl.change;

import io.laguna.emulator.crawl.CatalogChange;
import io.laguna.emulator.crawl.ChangePolicy;
import io.laguna.emulator.crawl.CrawlPlan;
import io.laguna.emulator.crawl.ExistingCatalog;
import io.laguna.emulator.crawl.FoundTable;
import io.laguna.emulator.crawl.LogLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * The changes that a catalog needs.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/crawler-configuration.html">Customizing crawler behavior</a>
 */
public final class CatalogChanges {
    private final ExistingCatalog existing;
    private final ChangePolicy policy;
    private final List<CatalogChange> changes = new ArrayList<>();

    private CatalogChanges(ExistingCatalog existing, ChangePolicy policy) {
        this.existing = existing;
        this.policy = policy;
    }

    /** Returns the changes, in the order in which they are to be made, after which the catalog is as the policy wants. */
    public static List<CatalogChange> of(CrawlPlan plan, ExistingCatalog existing, ChangePolicy policy) {
        CatalogChanges changes = new CatalogChanges(existing, policy);
        List<Table> tables = existing.tables();
        TableMatches matches = new TableMatches(tables, policy);
        Set<String> seen = new HashSet<>();
        for (FoundTable found : plan.tables()) {
            TableMatches.Match match = matches.of(found);
            seen.add(match.name());
            changes.add(match, found);
        }
        if (!policy.newFoldersOnly()) {
            tables.stream()
                    .filter(table -> policy.owns(table) && !seen.contains(table.name()) && changes.isLookedAt(table))
                    .forEach(table -> Missing.of(table, policy).ifPresent(changes.changes::add));
        }
        return List.copyOf(changes.changes);
    }

    private void add(TableMatches.Match match, FoundTable found) {
        TableInput input = found.input().toBuilder().name(match.name()).build();
        if (match.table().isPresent()) {
            update(match.table().get(), new FoundTable(input, found.partitions(), found.kind()));
        } else {
            changes.add(new CatalogChange.CreateTable(
                    input,
                    policy.configuration().createPartitionIndex()
                            && !input.partitionKeys().isEmpty(),
                    List.of(LogLine.info("Created table " + input.name() + " in database " + policy.database()))));
            changes.addAll(new PartitionChanges(input.name(), Optional.of(input), policy)
                    .between(found.partitions(), List.of()));
        }
    }

    private void update(Table before, FoundTable found) {
        if (!found.kind().isDescribed() && !Shapes.sameKeys(before, found.input())) {
            changes.add(new CatalogChange.OnlyLogged(
                    before.name(),
                    List.of(LogLine.warn("Folder partition keys do not match table partition keys, skipped folder: "
                            + found.input().storageDescriptor().location()))));
            return;
        }
        TableChange change = TableChange.of(before, found, policy);
        change.change().ifPresent(changes::add);
        if (change.deprecates()) {
            return;
        }
        changes.addAll(new PartitionChanges(before.name(), Optional.of(change.after()), policy)
                .between(
                        found.partitions(),
                        before.partitionKeys().isEmpty() ? List.of() : existing.partitions(before.name())));
    }

    /** A table that is not on S3 is one of a database, which every crawl looks at as a whole. */
    private boolean isLookedAt(Table table) {
        String location = Shapes.location(table);
        return !location.contains("://") || policy.looked().stream().anyMatch(path -> path.contains(location));
    }
}
