package io.laguna.emulator.crawl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.crawl.CatalogChange;
import io.laguna.emulator.crawl.ChangePolicy;
import io.laguna.emulator.crawl.CrawlConfiguration;
import io.laguna.emulator.crawl.CrawlFailedException;
import io.laguna.emulator.crawl.CrawlPlan;
import io.laguna.emulator.crawl.CrawlRequest;
import io.laguna.emulator.crawl.CrawlTarget;
import io.laguna.emulator.crawl.Recrawl;
import io.laguna.emulator.crawl.S3Path;
import io.laguna.emulator.crawl.change.CatalogChanges;
import io.laguna.emulator.crawl.run.Crawl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.glue.model.Classifier;
import software.amazon.awssdk.services.glue.model.DeleteBehavior;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.UpdateBehavior;

/** A bucket and a database, on which a crawler runs again and again. */
final class Scene {
    private static final String CRAWLER = "crawler";
    private static final Instant NOW = Instant.ofEpochMilli(1_577_836_800_000L);

    final MemoryStore store = new MemoryStore();
    final MemoryCatalog catalog = new MemoryCatalog();
    final List<Classifier> classifiers = new ArrayList<>();
    /** The messages of the last run. */
    final List<String> told = new ArrayList<>();

    /** The manifests that the last run wants written, by their keys. */
    final Map<String, String> manifests = new TreeMap<>();

    private final Set<String> folders = new HashSet<>();
    private int runs;

    void run(Options options) throws InterruptedException {
        told.clear();
        manifests.clear();
        runs++;
        CrawlConfiguration configuration = CrawlConfiguration.of(options.get("config", ""));
        List<CrawlTarget> targets = targets(options);
        try {
            CrawlPlan plan = new Crawl(store)
                    .run(new CrawlRequest(
                            CRAWLER,
                            "00000000-0000-0000-0000-00000000000" + runs,
                            targets,
                            classifiers,
                            options.get("prefix", ""),
                            configuration,
                            recrawl(options),
                            2));
            folders.addAll(plan.folders());
            plan.manifests().forEach(manifest -> manifest.files()
                    .forEach((name, text) -> manifests.put(manifest.folder().prefix() + name, text)));
            plan.decisions().forEach(decision -> told.add(decision.location() + ": " + decision.reason()));
            plan.warnings().forEach(line -> told.add(line.level() + " : " + line.text()));
            for (CatalogChange change : CatalogChanges.of(plan, catalog, policy(options, targets, configuration))) {
                catalog.apply(change);
                change.lines().forEach(line -> told.add(line.level() + " : " + line.text()));
                told.add(change.getClass().getSimpleName() + " " + change.table());
            }
        } catch (CrawlFailedException e) {
            told.add("FAILED " + e.getMessage());
        }
    }

    private List<CrawlTarget> targets(Options options) {
        List<CrawlTarget> targets = new ArrayList<>();
        String sample = options.get("sample", "");
        OptionalInt size = sample.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(sample));
        for (String target : options.all("target")) {
            targets.add(new CrawlTarget.S3Folder(S3Path.of(target), options.all("exclude"), size));
        }
        for (String iceberg : options.all("iceberg")) {
            targets.add(new CrawlTarget.IcebergFolder(
                    S3Path.of(iceberg), options.all("exclude"), Integer.parseInt(options.get("depth", "10"))));
        }
        for (String delta : options.all("delta")) {
            targets.add(new CrawlTarget.DeltaTable(
                    S3Path.of(delta),
                    options.get("native", "").equals("true"),
                    options.get("manifest", "").equals("true")));
        }
        for (String name : options.all("catalog")) {
            targets.add(new CrawlTarget.CatalogTable(table(name)));
        }
        return targets;
    }

    private Recrawl recrawl(Options options) {
        return isNewOnly(options)
                ? new Recrawl.NewFolders(folders, catalog.tables())
                : new Recrawl.Everything(catalog.tables().stream()
                        .filter(table -> CRAWLER.equals(table.parameters().get("UPDATED_BY_CRAWLER")))
                        .toList());
    }

    private static boolean isNewOnly(Options options) {
        return options.get("recrawl", "").equals("new");
    }

    private static ChangePolicy policy(Options options, List<CrawlTarget> targets, CrawlConfiguration configuration) {
        List<S3Path> looked = new ArrayList<>();
        for (CrawlTarget target : targets) {
            if (target instanceof CrawlTarget.S3Folder folder) {
                looked.add(folder.path());
            } else if (target instanceof CrawlTarget.DeltaTable table) {
                looked.add(table.path());
            }
        }
        return new ChangePolicy(
                CRAWLER,
                "db",
                UpdateBehavior.fromValue(options.get("update", "UPDATE_IN_DATABASE")),
                DeleteBehavior.fromValue(options.get("delete", "DEPRECATE_IN_DATABASE")),
                configuration,
                isNewOnly(options),
                looked,
                NOW);
    }

    Table table(String name) {
        return catalog.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No table " + name + " in "
                        + catalog.tables().stream().map(Table::name).toList()));
    }

    /** Checks that the database has exactly these tables, as {@link Described} tells them. */
    void expectTables(List<String> expected) {
        List<String> lines = new ArrayList<>();
        for (Table table : catalog.tables()) {
            lines.addAll(Described.lines(table, catalog.partitions(table.name())));
        }
        assertThat(lines).as("what was told: %s", told).isEqualTo(expected);
    }
}
