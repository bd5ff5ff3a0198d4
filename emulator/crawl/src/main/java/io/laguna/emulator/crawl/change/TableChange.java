package io.laguna.emulator.crawl.change;

import io.laguna.emulator.crawl.CatalogChange;
import io.laguna.emulator.crawl.ChangePolicy;
import io.laguna.emulator.crawl.FoundTable;
import io.laguna.emulator.crawl.FoundTable.Kind;
import io.laguna.emulator.crawl.LogLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;
import software.amazon.awssdk.services.glue.model.UpdateBehavior;

/**
 * The change of a table that is there already.
 *
 * @param after the table as it will be
 */
record TableChange(Optional<CatalogChange> change, TableInput after) {
    private static final Set<Kind> ON_S3 = Set.of(Kind.FOLDER, Kind.FILE, Kind.CATALOG);

    static TableChange of(Table before, FoundTable found, ChangePolicy policy) {
        TableInput kept = Inputs.of(before);
        if (policy.newFoldersOnly() || found.kind() == Kind.NEW_PARTITIONS) {
            return new TableChange(Optional.empty(), kept);
        }
        if (policy.configuration().mergeNewColumns() && ON_S3.contains(found.kind())) {
            return merge(before, found.input(), policy);
        }
        TableInput after = found.input();
        if (Shapes.same(before, after)) {
            return new TableChange(Optional.empty(), kept);
        }
        if (policy.update() == UpdateBehavior.LOG) {
            return new TableChange(
                    Optional.of(new CatalogChange.OnlyLogged(
                            before.name(),
                            List.of(LogLine.info("Table " + before.name() + " in database " + policy.database()
                                    + " has changed, and is not updated because UpdateBehavior is LOG.")))),
                    kept);
        }
        return updated(before, after, policy);
    }

    private static TableChange merge(Table before, TableInput found, ChangePolicy policy) {
        Optional<String> obstacle = NewColumns.obstacle(before, found);
        if (obstacle.isPresent()) {
            return new TableChange(
                    Optional.of(Missing.deprecated(before, policy, LogLine.warn(obstacle.get()))), Inputs.of(before));
        }
        TableInput after = NewColumns.merged(before, found);
        return Shapes.same(before, after)
                ? new TableChange(Optional.empty(), Inputs.of(before))
                : updated(before, after, policy);
    }

    private static TableChange updated(Table before, TableInput after, ChangePolicy policy) {
        return new TableChange(
                Optional.of(new CatalogChange.UpdateTable(
                        before,
                        after,
                        List.of(LogLine.info("Updated table " + before.name() + " in database " + policy.database())))),
                after);
    }

    /** Tells whether the table is marked, so that nothing else of it is changed. */
    boolean deprecates() {
        return change.filter(CatalogChange.DeprecateTable.class::isInstance).isPresent();
    }
}
