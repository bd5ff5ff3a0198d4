package io.laguna.emulator.crawl.group;

import io.laguna.emulator.crawl.S3Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.glue.model.Table;

/**
 * The places of the tables that a crawler has made. They stay: what once was several tables does not become one because a
 * stray file goes.
 *
 * @see <a href="https://github.com/aws-samples/aws-glue-samples/blob/master/FAQ_and_How_to.md">FAQ, question 15</a>
 */
public final class KnownPlaces {
    private static final String DEPRECATED = "DEPRECATED_BY_CRAWLER";

    /** Without slashes at their ends. */
    private final NavigableSet<String> places = new TreeSet<>();

    /** Keeps the places of tables; one that is deprecated has none. */
    public KnownPlaces(List<Table> tables) {
        for (Table table : tables) {
            if (!table.parameters().containsKey(DEPRECATED)) {
                Optional.ofNullable(table.storageDescriptor().location())
                        .map(place -> place.endsWith("/") ? place.substring(0, place.length() - 1) : place)
                        .ifPresent(places::add);
            }
        }
    }

    /** Tells whether a table is at this folder. */
    boolean isOne(S3Path folder) {
        String location = folder.location();
        return places.contains(location.substring(0, location.length() - 1));
    }

    /** Tells whether a table is below this folder, and the folder itself is none. */
    boolean areInside(S3Path folder) {
        String location = folder.location();
        String next = places.higher(location);
        return next != null && next.startsWith(location) && !isOne(folder);
    }
}
