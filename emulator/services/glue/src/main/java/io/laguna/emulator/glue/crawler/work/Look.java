package io.laguna.emulator.glue.crawler.work;

import io.laguna.emulator.crawl.CatalogChange;
import io.laguna.emulator.crawl.ChangePolicy;
import io.laguna.emulator.crawl.CrawlConfiguration;
import io.laguna.emulator.crawl.CrawlFailedException;
import io.laguna.emulator.crawl.CrawlPlan;
import io.laguna.emulator.crawl.CrawlRequest;
import io.laguna.emulator.crawl.CrawlTarget;
import io.laguna.emulator.crawl.Decision;
import io.laguna.emulator.crawl.FoundTable;
import io.laguna.emulator.crawl.LogLine;
import io.laguna.emulator.crawl.ManifestFolder;
import io.laguna.emulator.crawl.Recrawl;
import io.laguna.emulator.crawl.S3Path;
import io.laguna.emulator.crawl.change.CatalogChanges;
import io.laguna.emulator.crawl.run.Crawl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.CatalogTarget;
import software.amazon.awssdk.services.glue.model.Classifier;
import software.amazon.awssdk.services.glue.model.Crawler;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.JdbcTarget;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.RecrawlBehavior;
import software.amazon.awssdk.services.glue.model.Table;

/** The look of a crawl at its targets and at the catalog, which ends with a journal and changes nothing. */
public final class Look {
    private static final int PARALLELISM = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final CrawlSettings settings;
    private final CrawlOrder order;
    private final GlueClient glue;
    private final CrawlConfiguration configuration;
    private final List<LogLine> warnings = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final Set<String> folders = new HashSet<>();
    private final List<ManifestFolder> manifests = new ArrayList<>();
    private Optional<QueuedEvents> events = Optional.empty();

    /** Creates the look of one crawl, which is used once. */
    public Look(CrawlSettings settings, CrawlOrder order) {
        this.settings = settings;
        this.order = order;
        this.glue = settings.glue().apply(order.caller());
        this.configuration = CrawlConfiguration.of(
                Optional.ofNullable(order.crawler().configuration()).orElse(""));
    }

    /**
     * Looks.
     *
     * @throws CrawlFailedException when the crawl must not write anything
     * @throws InterruptedException when the crawl is stopped
     */
    public Journal take() throws InterruptedException {
        Crawler crawler = order.crawler();
        if (isByEvents()) {
            events = Optional.of(QueuedEvents.take(settings, crawler));
        }
        List<Journal.OfDatabase> changes = new ArrayList<>();
        if (crawler.targets().catalogTargets().isEmpty()) {
            changes.add(database(crawler.databaseName(), Targets.folders(crawler.targets())));
        }
        for (CatalogTarget target : crawler.targets().catalogTargets()) {
            changes.add(database(target.databaseName(), Targets.tables(glue, target)));
        }
        return new Journal(changes, folders, manifests, decisions, warnings);
    }

    /** Takes the events that it has looked at out of their queues, once what comes of them is written down. */
    public void forgetEvents() {
        events.ifPresent(QueuedEvents::forget);
    }

    private Journal.OfDatabase database(String database, List<CrawlTarget> targets) throws InterruptedException {
        StoredDatabase stored = new StoredDatabase(glue, database);
        CrawlRequest request = request(targets, stored);
        CrawlPlan files = new Crawl(new S3Store(settings.s3().apply(order.caller()))).run(request);
        folders.addAll(files.folders());
        manifests.addAll(files.manifests());
        warnings.addAll(files.warnings());
        decisions.addAll(files.decisions());
        List<FoundTable> tables = new ArrayList<>(files.tables());
        for (JdbcTarget target : order.crawler().targets().jdbcTargets()) {
            tables.addAll(new JdbcFinds(settings, order).of(target, decisions));
        }
        checkThreshold(tables.size());
        CrawlPlan plan = new CrawlPlan(
                tables,
                files.decisions(),
                files.warnings(),
                files.folders(),
                files.manifests(),
                files.files(),
                files.bytesRead());
        List<Journal.Change> changes =
                CatalogChanges.of(plan, stored, policy(database, targets, request.recrawl())).stream()
                        .map(change -> new Journal.Change(change, before(stored, change)))
                        .toList();
        return new Journal.OfDatabase(database, changes);
    }

    /** A crawl counts its own tables; those of databases come on top. */
    private void checkThreshold(int tables) {
        configuration.tableThreshold().ifPresent(most -> {
            if (tables > most) {
                throw new CrawlFailedException("The number of tables detected by crawler: " + tables
                        + " is greater than the table threshold value provided: " + most
                        + ". The crawl is not written to the catalog.");
            }
        });
    }

    private CrawlRequest request(List<CrawlTarget> targets, StoredDatabase stored) {
        Crawler crawler = order.crawler();
        return new CrawlRequest(
                crawler.name(),
                order.id(),
                targets,
                classifiers(),
                Optional.ofNullable(crawler.tablePrefix()).orElse(""),
                configuration,
                recrawl(stored),
                PARALLELISM);
    }

    private List<Classifier> classifiers() {
        List<Classifier> classifiers = new ArrayList<>();
        for (String name : order.crawler().classifiers()) {
            try {
                classifiers.add(glue.getClassifier(get -> get.name(name)).classifier());
            } catch (EntityNotFoundException e) {
                warnings.add(LogLine.warn("The classifier " + name + " does not exist any more."));
            }
        }
        return classifiers;
    }

    private Recrawl recrawl(StoredDatabase stored) {
        List<Table> own = stored.tables().stream()
                .filter(table ->
                        order.crawler().name().equals(table.parameters().get("UPDATED_BY_CRAWLER")))
                .toList();
        if (order.knownFolders().isEmpty()) {
            return new Recrawl.Everything(own);
        }
        if (events.isPresent()) {
            return new Recrawl.Changed(places(events.get().folders(), own), own);
        }
        return isIncremental() ? new Recrawl.NewFolders(order.knownFolders(), own) : new Recrawl.Everything(own);
    }

    /** Returns the places that changed folders are part of: the crawler's tables around them, and the folders themselves. */
    private static Set<String> places(Set<String> folders, List<Table> own) {
        return folders.stream()
                .flatMap(folder -> {
                    List<String> around = own.stream()
                            .map(table -> table.storageDescriptor().location())
                            .map(location -> location.endsWith("/") ? location : location + "/")
                            .filter(folder::startsWith)
                            .toList();
                    return around.isEmpty() ? Stream.of(folder) : around.stream();
                })
                .collect(Collectors.toSet());
    }

    private boolean isByEvents() {
        return order.crawler().recrawlPolicy().recrawlBehavior() == RecrawlBehavior.CRAWL_EVENT_MODE;
    }

    private boolean isIncremental() {
        return order.crawler().recrawlPolicy().recrawlBehavior() == RecrawlBehavior.CRAWL_NEW_FOLDERS_ONLY;
    }

    private ChangePolicy policy(String database, List<CrawlTarget> targets, Recrawl recrawl) {
        Crawler crawler = order.crawler();
        List<S3Path> looked = recrawl instanceof Recrawl.Changed changed
                ? changed.places().stream().map(S3Path::of).toList()
                : targets.stream().flatMap(target -> path(target).stream()).toList();
        return new ChangePolicy(
                crawler.name(),
                database,
                crawler.schemaChangePolicy().updateBehavior(),
                crawler.schemaChangePolicy().deleteBehavior(),
                configuration,
                isIncremental() && !order.knownFolders().isEmpty(),
                looked,
                order.start());
    }

    private static Optional<S3Path> path(CrawlTarget target) {
        if (target instanceof CrawlTarget.S3Folder folder) {
            return Optional.of(folder.path());
        }
        if (target instanceof CrawlTarget.DeltaTable table) {
            return Optional.of(table.path());
        }
        return target instanceof CrawlTarget.IcebergFolder folder ? Optional.of(folder.path()) : Optional.empty();
    }

    private static List<Partition> before(StoredDatabase stored, CatalogChange change) {
        Set<List<String>> changed = new HashSet<>();
        if (change instanceof CatalogChange.UpdatePartitions update) {
            changed.addAll(update.partitions().stream()
                    .map(partition -> partition.values())
                    .collect(Collectors.toSet()));
        } else if (change instanceof CatalogChange.DeletePartitions delete) {
            changed.addAll(delete.values());
        } else {
            return List.of();
        }
        return stored.partitions(change.table()).stream()
                .filter(partition -> changed.contains(partition.values()))
                .toList();
    }
}
