package io.laguna.emulator.crawl.group;

import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.schema.Column;
import io.laguna.emulator.crawl.schema.Columns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The decision whether a folder is one table. Its files and folders are its parts; when most of them are alike, they are
 * one table.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/crawler-s3-folder-table-partition.html">How does a crawler
 *     determine when to create partitions</a>
 */
final class Grouping {
    /** More different schemas than that make no table. */
    private static final int SCHEMAS = 5;

    /** Whether every schema of the same format is alike. */
    private final boolean combine;

    private final KnownPlaces known;

    Grouping(boolean combine, KnownPlaces known) {
        this.combine = combine;
        this.known = known;
    }

    /** Tells whether a table of the crawler is at this folder. */
    boolean isKnown(Folder folder) {
        return known.isOne(folder.path());
    }

    /** A part of a level, with the keys that its own folder adds. */
    private record Part(Finding like, List<Optional<String>> keys, List<Column> columns) {}

    /** Returns what the folder is; nothing when no file of it was read. */
    Optional<Unit> of(Folder folder) {
        List<Unit> units = new ArrayList<>();
        folder.files().forEach(file -> file.finding().ifPresent(finding -> units.add(new Unit.OfFile(file, finding))));
        folder.folders().forEach(child -> of(child).ifPresent(units::add));
        return units.isEmpty() ? Optional.empty() : Optional.of(decide(folder, units));
    }

    private Unit decide(Folder folder, List<Unit> units) {
        List<Part> parts = units.stream().flatMap(unit -> part(unit).stream()).toList();
        List<Cluster> clusters = clusters(parts);
        int schemas = clusters.size()
                + units.stream()
                        .filter(Unit.Several.class::isInstance)
                        .mapToInt(Unit::schemas)
                        .sum();
        // The first of the largest ones.
        Optional<Cluster> largest = clusters.stream()
                .reduce((one, other) -> Comparator.comparingInt(Cluster::size).compare(one, other) >= 0 ? one : other);
        int alike = largest.map(Cluster::size).orElse(0);
        if (known.areInside(folder.path())) {
            return new Unit.Several(
                    folder, units, Math.max(1, schemas), "tables that this crawler has made are inside");
        }
        String share = alike + " of the " + units.size() + " parts are alike, in " + schemas + " different schemas";
        if (largest.isEmpty() || !largest.get().isMajority(units.size()) || schemas > SCHEMAS) {
            return new Unit.Several(folder, units, Math.max(1, schemas), share);
        }
        return new Unit.OfFolder(
                folder,
                largest.get().like(),
                union(parts, largest.get()),
                largest.get().keys(),
                schemas,
                share);
    }

    private List<Cluster> clusters(List<Part> parts) {
        List<Cluster> clusters = new ArrayList<>();
        for (Part part : parts) {
            if (clusters.stream()
                    .noneMatch(cluster -> cluster.add(part.like(), part.keys(), part.columns(), combine))) {
                clusters.add(new Cluster(part.like(), part.keys(), part.columns()));
            }
        }
        return clusters;
    }

    /** Returns the columns of all parts that are read in the same way, also of those that are not alike. */
    static List<Column> union(List<Part> parts, Cluster cluster) {
        return parts.stream()
                .filter(part -> cluster.hasFormat(part.like()) && cluster.keys().equals(part.keys()))
                .map(Part::columns)
                .reduce(Columns::union)
                .orElse(List.of());
    }

    private static Optional<Part> part(Unit unit) {
        if (unit instanceof Unit.OfFile file) {
            return Optional.of(
                    new Part(file.finding(), List.of(), file.finding().columns()));
        }
        if (unit instanceof Unit.OfFolder folder) {
            List<Optional<String>> keys = new ArrayList<>();
            keys.add(Key.of(folder.folder().name()).name());
            keys.addAll(folder.keys());
            return Optional.of(new Part(folder.like(), keys, folder.columns()));
        }
        return Optional.empty();
    }
}
