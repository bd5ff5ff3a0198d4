package io.laguna.emulator.crawl;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.glue.model.Table;

/** The part of a target that a crawl looks at which is not the first one. */
public sealed interface Recrawl {
    /**
     * Every file, as {@code CRAWL_EVERYTHING} says.
     *
     * @param tables the crawler's own, which keep their places: a folder with one of them inside becomes no table
     */
    record Everything(List<Table> tables) implements Recrawl {
        public Everything {
            tables = List.copyOf(tables);
        }

        /** Returns what a first crawl looks at. */
        public Everything() {
            this(List.of());
        }
    }

    /**
     * Files of folders that no crawl has seen, as {@code CRAWL_NEW_FOLDERS_ONLY} says.
     *
     * @param knownFolders addresses, as {@link CrawlPlan#folders} had them after earlier crawls
     * @param tables the crawler's own, to which a new folder below may belong
     */
    record NewFolders(Set<String> knownFolders, List<Table> tables) implements Recrawl {
        public NewFolders {
            knownFolders = Set.copyOf(knownFolders);
            tables = List.copyOf(tables);
        }
    }

    /**
     * Files of places in which something has changed, as {@code CRAWL_EVENT_MODE} says: all that is there is looked at again.
     *
     * @param places addresses of folders, each with a slash at its end
     * @param tables the crawler's own, which keep their places
     */
    record Changed(Set<String> places, List<Table> tables) implements Recrawl {
        public Changed {
            places = Set.copyOf(places);
            tables = List.copyOf(tables);
        }
    }
}
