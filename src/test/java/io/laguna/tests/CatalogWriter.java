package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.tests.CatalogChanges.Change;
import io.laguna.tests.CatalogState.Content;
import io.laguna.tests.CatalogState.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.Table;

/** A client that writes into the catalog and knows which of its changes were acknowledged. */
final class CatalogWriter {
    private final String prefix;
    private final CatalogChanges changes;
    private final Map<Entry, Content> there = new LinkedHashMap<>();
    private Optional<Change> inDoubt = Optional.empty();
    private final AtomicInteger acknowledged = new AtomicInteger();

    CatalogWriter(String prefix) {
        this.prefix = prefix;
        this.changes = new CatalogChanges(prefix);
    }

    /** Returns how many changes were acknowledged so far. */
    int acknowledged() {
        return acknowledged.get();
    }

    /** Makes one change after the other until nobody answers. Any answer but success is a failure. */
    void writeUntilNobodyAnswers(GlueClient glue) {
        while (true) {
            Change change = changes.next(there);
            inDoubt = Optional.of(change);
            try {
                change.call().accept(glue);
            } catch (SdkClientException e) {
                return;
            }
            done(change);
        }
    }

    /**
     * Checks that every acknowledged change is there, and that any other is there as a whole, or not at all and can be
     * made again.
     */
    void checkAfterRestart(CatalogState state) {
        inDoubt.ifPresent(change -> settle(change, state));
        there.forEach((entry, content) ->
                assertThat(state.of(entry)).as(entry.toString()).contains(content));
        assertThat(listed(state.glue()))
                .as("all that is there")
                .isEqualTo(there.keySet().stream().map(Entry::toString).collect(Collectors.toCollection(TreeSet::new)));
    }

    private void settle(Change change, CatalogState state) {
        Map<Entry, Optional<Content>> before = new LinkedHashMap<>();
        Map<Entry, Optional<Content>> now = new LinkedHashMap<>();
        change.intended().keySet().forEach(entry -> {
            before.put(entry, Optional.ofNullable(there.get(entry)));
            now.put(entry, state.of(entry));
        });
        assertThat(now).as(change.name()).isIn(before, change.intended());
        if (now.equals(before)) {
            change.call().accept(state.glue());
        }
        done(change);
    }

    private void done(Change change) {
        change.intended()
                .forEach((entry, content) ->
                        content.ifPresentOrElse(present -> there.put(entry, present), () -> there.remove(entry)));
        inDoubt = Optional.empty();
        acknowledged.incrementAndGet();
    }

    /** Returns the entries of this writer that Glue lists. */
    private Set<String> listed(GlueClient glue) {
        Set<String> entries = new TreeSet<>();
        List<Database> databases = glue.getDatabasesPaginator(request -> {}).stream()
                .flatMap(page -> page.databaseList().stream())
                .toList();
        for (Database database : databases) {
            if (!database.name().startsWith(prefix + "_")) {
                continue;
            }
            entries.add(Entry.of(database.name()).toString());
            for (Table table : glue.getTables(request -> request.databaseName(database.name()))
                    .tableList()) {
                entries.add(Entry.of(database.name(), table.name()).toString());
                for (Partition partition : glue.getPartitions(
                                request -> request.databaseName(database.name()).tableName(table.name()))
                        .partitions()) {
                    entries.add(Entry.of(
                                    database.name(),
                                    table.name(),
                                    partition.values().get(0))
                            .toString());
                }
            }
        }
        return entries;
    }
}
