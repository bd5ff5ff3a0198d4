package io.laguna.emulator.crawl.run;

import io.laguna.emulator.crawl.CrawlPlan;
import io.laguna.emulator.crawl.CrawlRequest;
import io.laguna.emulator.crawl.CrawlTarget;
import io.laguna.emulator.crawl.CrawledObject;
import io.laguna.emulator.crawl.CrawledStore;
import io.laguna.emulator.crawl.FoundTable;
import io.laguna.emulator.crawl.ManifestFolder;
import io.laguna.emulator.crawl.Recrawl;
import io.laguna.emulator.crawl.S3Path;
import io.laguna.emulator.crawl.delta.DeltaTables;
import io.laguna.emulator.crawl.group.Group;
import io.laguna.emulator.crawl.group.KnownPlaces;
import io.laguna.emulator.crawl.group.Minutes;
import io.laguna.emulator.crawl.group.NewPartitions;
import io.laguna.emulator.crawl.group.SeenFile;
import io.laguna.emulator.crawl.group.TargetTables;
import io.laguna.emulator.crawl.iceberg.IcebergTables;
import io.laguna.emulator.crawl.table.CrawledTable;
import io.laguna.emulator.crawl.table.TableNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.glue.model.Table;

/** The targets of a crawl, one after the other. */
final class Targets {
    private final CrawledStore store;
    private final CrawlRequest request;
    private final Reading reading;
    private final Minutes minutes;
    private final List<FoundTable> tables = new ArrayList<>();
    private final Set<String> folders = new LinkedHashSet<>();
    private final Set<String> places = new HashSet<>();
    private final List<ManifestFolder> manifests = new ArrayList<>();
    private long files;

    Targets(CrawledStore store, CrawlRequest request, Reading reading) {
        this.store = store;
        this.request = request;
        this.reading = reading;
        this.minutes = new Minutes(folder -> TableNames.of(request.tablePrefix(), folder));
    }

    CrawlPlan plan() throws InterruptedException {
        for (CrawlTarget target : request.targets()) {
            if (target instanceof CrawlTarget.S3Folder folder) {
                crawl(folder);
            } else if (target instanceof CrawlTarget.CatalogTable catalog) {
                crawl(catalog.table());
            } else if (target instanceof CrawlTarget.IcebergFolder iceberg) {
                tables.addAll(IcebergTables.of(
                        store,
                        iceberg,
                        Listing.of(store, iceberg.path(), iceberg.exclusions(), minutes),
                        request,
                        minutes));
            } else if (target instanceof CrawlTarget.DeltaTable delta) {
                DeltaTables.of(store, delta, request, minutes).ifPresent(found -> {
                    tables.add(found.table());
                    found.manifests().ifPresent(manifests::add);
                });
            }
        }
        return new CrawlPlan(
                tables, minutes.decisions(), minutes.warnings(), folders, manifests, files, reading.bytesRead());
    }

    private void crawl(CrawlTarget.S3Folder target) throws InterruptedException {
        List<CrawledObject> objects = news(Listing.of(store, target.path(), target.exclusions(), minutes));
        if (objects.isEmpty()) {
            minutes.decide(target.path().location(), "no table: no file is there to be looked at");
            return;
        }
        Predicate<CrawledObject> chosen = target.sampleSize().isPresent()
                ? Sampling.of(objects, target.sampleSize().getAsInt(), request.crawlId())::contains
                : object -> true;
        List<String> exclusions = target.exclusions().stream()
                .map(exclusion -> target.path().location() + exclusion)
                .toList();
        List<SeenFile> seen = see(objects, chosen);
        List<Group> groups = new ArrayList<>();
        List<SeenFile> rest = ofKnownTables(seen, groups);
        KnownPlaces known = new KnownPlaces(keptTables());
        groups.addAll(TargetTables.of(target.path(), rest, request.configuration(), known, minutes));
        groups.stream()
                .filter(this::isNewPlace)
                .forEach(group -> tables.add(CrawledTable.of(request, group, exclusions)));
    }

    /** Returns the tables that keep their places. */
    private List<Table> keptTables() {
        if (request.recrawl() instanceof Recrawl.Everything everything) {
            return everything.tables();
        }
        return request.recrawl() instanceof Recrawl.Changed changed ? changed.tables() : List.of();
    }

    /** Tells whether no other target of the crawl has made a table of the place: targets may overlap. */
    private boolean isNewPlace(Group group) {
        boolean isNew = group.kind() == FoundTable.Kind.NEW_PARTITIONS || places.add(group.location());
        if (!isNew) {
            minutes.decide(group.location(), "is the table of another target already");
        }
        return isNew;
    }

    /** Leaves out what an earlier crawl has seen, when only new folders or changes are of interest. */
    private List<CrawledObject> news(List<CrawledObject> objects) {
        if (request.recrawl() instanceof Recrawl.Changed changed) {
            List<CrawledObject> fresh = objects.stream()
                    .filter(object -> changed.places().stream().anyMatch(object.location()::startsWith))
                    .toList();
            minutes.decide("", "events name " + changed.places().size() + " places with " + fresh.size() + " files");
            return fresh;
        }
        if (request.recrawl() instanceof Recrawl.NewFolders news) {
            List<CrawledObject> fresh = objects.stream()
                    .filter(object -> !news.knownFolders().contains(folder(object)))
                    .toList();
            if (fresh.size() < objects.size()) {
                minutes.decide(
                        "", (objects.size() - fresh.size()) + " files are in folders that an earlier crawl has seen");
            }
            return fresh;
        }
        return objects;
    }

    /** Gives new folders to the tables that they are in, and returns the files that are in none. */
    private List<SeenFile> ofKnownTables(List<SeenFile> seen, List<Group> groups) {
        if (!(request.recrawl() instanceof Recrawl.NewFolders news)) {
            return seen;
        }
        List<SeenFile> rest = seen;
        for (Table table : news.tables()) {
            S3Path path = S3Path.of(table.storageDescriptor().location());
            var inside = rest.stream()
                    .collect(Collectors.partitioningBy(
                            file -> path.contains(file.object().location())));
            rest = inside.get(false);
            if (!inside.get(true).isEmpty()) {
                NewPartitions.of(table, inside.get(true), minutes).ifPresent(groups::add);
            }
        }
        return rest;
    }

    private void crawl(Table table) throws InterruptedException {
        S3Path path = S3Path.of(table.storageDescriptor().location());
        if (request.recrawl() instanceof Recrawl.Changed changed
                && changed.places().stream().noneMatch(path::contains)) {
            minutes.decide(path.location(), "no event tells of the table " + table.name());
            return;
        }
        List<CrawledObject> objects = Listing.of(store, path, List.of(), minutes);
        if (objects.isEmpty()) {
            minutes.decide(path.location(), "the table " + table.name() + " has no files");
            return;
        }
        TargetTables.single(FoundTable.Kind.CATALOG, path, see(objects, object -> true), minutes)
                .map(group -> group.named(table.name()))
                .ifPresent(group -> tables.add(CrawledTable.of(request, group, List.of())));
    }

    private List<SeenFile> see(List<CrawledObject> objects, Predicate<CrawledObject> chosen)
            throws InterruptedException {
        files += objects.size();
        objects.forEach(object -> folders.add(folder(object)));
        return reading.of(objects, chosen, minutes);
    }

    private static String folder(CrawledObject object) {
        return object.location().substring(0, object.location().lastIndexOf('/') + 1);
    }
}
