package io.laguna.emulator.glue.crawler.work;

import io.laguna.emulator.crawl.CrawlFailedException;
import io.laguna.emulator.crawl.CrawlTarget;
import io.laguna.emulator.crawl.S3Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.CatalogTarget;
import software.amazon.awssdk.services.glue.model.CrawlerTargets;
import software.amazon.awssdk.services.glue.model.DeltaTarget;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.IcebergTarget;
import software.amazon.awssdk.services.glue.model.S3Target;
import software.amazon.awssdk.services.glue.model.Table;

/** The targets of a crawler that are files, as a crawl takes them. */
final class Targets {
    private static final int DEFAULT_DEPTH = 10;

    private Targets() {}

    /** Returns folders of S3. */
    static List<CrawlTarget> folders(CrawlerTargets targets) {
        return Stream.of(
                        targets.s3Targets().stream().map(Targets::folder),
                        targets.icebergTargets().stream().flatMap(Targets::iceberg),
                        targets.deltaTargets().stream().flatMap(Targets::delta))
                .flatMap(each -> each)
                .toList();
    }

    /** Returns the tables of one of the catalog's databases. */
    static List<CrawlTarget> tables(GlueClient glue, CatalogTarget target) {
        List<CrawlTarget> tables = new ArrayList<>();
        for (String name : target.tables()) {
            try {
                Table table = glue.getTable(
                                get -> get.databaseName(target.databaseName()).name(name))
                        .table();
                tables.add(new CrawlTarget.CatalogTable(table));
            } catch (EntityNotFoundException e) {
                throw new CrawlFailedException(
                        "Table " + name + " does not exist in database " + target.databaseName(), e);
            }
        }
        return tables;
    }

    private static CrawlTarget folder(S3Target target) {
        return new CrawlTarget.S3Folder(
                S3Path.of(target.path()),
                target.exclusions(),
                Optional.ofNullable(target.sampleSize()).map(OptionalInt::of).orElseGet(OptionalInt::empty));
    }

    private static Stream<CrawlTarget> delta(DeltaTarget target) {
        return target.deltaTables().stream()
                .map(path -> new CrawlTarget.DeltaTable(
                        S3Path.of(path),
                        Boolean.TRUE.equals(target.createNativeDeltaTable()),
                        Boolean.TRUE.equals(target.writeManifest())));
    }

    private static Stream<CrawlTarget> iceberg(IcebergTarget target) {
        int depth = Optional.ofNullable(target.maximumTraversalDepth()).orElse(DEFAULT_DEPTH);
        return target.paths().stream()
                .map(path -> new CrawlTarget.IcebergFolder(S3Path.of(path), target.exclusions(), depth));
    }
}
