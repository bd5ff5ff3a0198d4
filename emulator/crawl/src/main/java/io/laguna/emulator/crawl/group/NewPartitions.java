package io.laguna.emulator.crawl.group;

import io.laguna.emulator.crawl.FoundTable;
import io.laguna.emulator.crawl.S3Path;
import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.schema.Column;
import io.laguna.emulator.crawl.schema.ColumnType;
import io.laguna.emulator.crawl.schema.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Table;

/**
 * The new folders of a table that is in the catalog: they become its partitions when most of their files are like the
 * table, and are skipped otherwise.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/incremental-crawls.html">Scheduling incremental crawls</a>
 */
public final class NewPartitions {
    private static final double THRESHOLD = 0.7;

    private final Table table;
    private final S3Path path;
    private final List<Column> columns;
    private final List<String> keys;
    private final Minutes minutes;
    private final List<Group.Part> parts = new ArrayList<>();
    private final Tally tally = new Tally();
    private Optional<Finding> like = Optional.empty();

    private NewPartitions(Table table, Minutes minutes) {
        this.table = table;
        this.path = S3Path.of(table.storageDescriptor().location());
        this.columns = table.storageDescriptor().columns().stream()
                .map(column -> Column.of(column.name(), ColumnType.like(column.type())))
                .toList();
        this.keys = table.partitionKeys().stream()
                .map(software.amazon.awssdk.services.glue.model.Column::name)
                .toList();
        this.minutes = minutes;
    }

    /** Returns the new partitions of a table, whose files these are; nothing when no folder fits. */
    public static Optional<Group> of(Table table, List<SeenFile> files, Minutes minutes) {
        NewPartitions found = new NewPartitions(table, minutes);
        Folder.of(found.path, files).forEachWithFiles(found::add);
        return found.like.map(finding -> new Group(
                FoundTable.Kind.NEW_PARTITIONS,
                table.name(),
                table.storageDescriptor().location(),
                finding,
                found.columns,
                found.keys,
                found.tally,
                found.parts));
    }

    private void add(Folder leaf) {
        List<Key> between = Key.between(path.prefix(), leaf.path().prefix());
        List<String> names = Key.names(between.stream().map(Key::name).toList());
        if (keys.isEmpty() || !names.equals(keys)) {
            minutes.warn("Folder partition keys do not match table partition keys, skipped folder: "
                    + leaf.path().location());
            return;
        }
        List<String> values = between.stream().map(Key::value).toList();
        List<Finding> findings =
                leaf.files().stream().flatMap(file -> file.finding().stream()).toList();
        List<Finding> fitting = findings.stream().filter(this::isLikeTable).toList();
        if (fitting.size() <= THRESHOLD * findings.size()) {
            minutes.warn("Found partition of table " + table.name() + " with partition values " + values
                    + " with no matching schema at the partition's S3 location");
            return;
        }
        Tally sum = new Tally();
        leaf.files().forEach(sum::add);
        leaf.files().forEach(tally::add);
        like = Optional.of(like.orElse(fitting.get(0)));
        parts.add(new Group.Part(
                values,
                leaf.path().location(),
                fitting.get(0),
                fitting.stream().map(Finding::columns).reduce(Columns::union).orElse(List.of()),
                sum));
    }

    private boolean isLikeTable(Finding finding) {
        return finding.layout().classification().equals(table.parameters().get("classification"))
                && table.parameters()
                        .getOrDefault("compressionType", finding.compression())
                        .equals(finding.compression())
                && Columns.similarity(columns, finding.columns()) > THRESHOLD;
    }
}
