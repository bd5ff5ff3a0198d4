package io.laguna.emulator.crawl;

import java.util.List;
import java.util.OptionalInt;
import software.amazon.awssdk.services.glue.model.Table;

/** A place that a crawler looks at. */
public sealed interface CrawlTarget {
    /**
     * A folder of S3, whose files become tables.
     *
     * @param exclusions globs, relative to the folder
     * @param sampleSize how many files of each leaf folder are read
     */
    record S3Folder(S3Path path, List<String> exclusions, OptionalInt sampleSize) implements CrawlTarget {
        public S3Folder {
            exclusions = List.copyOf(exclusions);
        }
    }

    /** A table of the catalog, whose files are looked at again; no other table is made of them. */
    record CatalogTable(Table table) implements CrawlTarget {}

    /**
     * A folder with tables of Iceberg.
     *
     * @param maximumTraversalDepth how many folders below this one may hold a table
     */
    record IcebergFolder(S3Path path, List<String> exclusions, int maximumTraversalDepth) implements CrawlTarget {
        public IcebergFolder {
            exclusions = List.copyOf(exclusions);
        }
    }

    /**
     * A table of Delta Lake.
     *
     * @param isNative whether readers take the table by its log, or by manifests of its files
     * @param writesManifest whether the crawl writes these manifests
     */
    record DeltaTable(S3Path path, boolean isNative, boolean writesManifest) implements CrawlTarget {}
}
