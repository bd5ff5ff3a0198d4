package io.laguna.emulator.crawl.group;

import io.laguna.emulator.crawl.FoundTable;
import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.schema.Column;
import io.laguna.emulator.crawl.schema.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table that a folder is, with its partitions. */
final class FolderTable {
    private final Folder folder;
    private final Finding like;
    private final List<Optional<String>> keys;
    private final Minutes minutes;
    private final Tally tally = new Tally();
    private final List<Group.Part> parts = new ArrayList<>();
    private int strangers;

    private FolderTable(Folder folder, Finding like, List<Optional<String>> keys, Minutes minutes) {
        this.folder = folder;
        this.like = like;
        this.keys = keys;
        this.minutes = minutes;
    }

    /**
     * Returns the table of a folder.
     *
     * @param keys names of the folders between the folder and its files
     */
    static Group of(
            FoundTable.Kind kind,
            Folder folder,
            Finding like,
            List<Optional<String>> keys,
            List<Column> columns,
            Minutes minutes) {
        FolderTable table = new FolderTable(folder, like, keys, minutes);
        folder.forEachWithFiles(table::add);
        if (table.strangers > 0) {
            minutes.decide(
                    folder.path().location(),
                    table.strangers + " files are in the table's folders, although they are no " + Formats.name(like));
        }
        return new Group(
                kind,
                folder.name(),
                folder.path().location(),
                like,
                columns,
                Key.names(keys),
                table.tally,
                table.parts);
    }

    private void add(Folder leaf) {
        List<Key> found = Key.between(folder.path().prefix(), leaf.path().prefix());
        if (!found.stream().map(Key::name).toList().equals(keys)) {
            minutes.warn("Folder partition keys do not match table partition keys, skipped folder: "
                    + leaf.path().location());
            return;
        }
        Tally sum = new Tally();
        leaf.files().forEach(sum::add);
        List<Finding> findings =
                leaf.files().stream().flatMap(file -> file.finding().stream()).toList();
        List<Finding> fitting =
                findings.stream().filter(finding -> Formats.same(finding, like)).toList();
        strangers += findings.size() - fitting.size();
        if (!keys.isEmpty()) {
            List<String> values = found.stream().map(Key::value).toList();
            if (fitting.isEmpty()) {
                minutes.warn("Found partition of table " + folder.name() + " with partition values " + values
                        + " with no matching schema at the partition's S3 location");
                return;
            }
            List<Column> columns = fitting.stream()
                    .map(Finding::columns)
                    .reduce(Columns::union)
                    .orElse(List.of());
            parts.add(new Group.Part(values, leaf.path().location(), fitting.get(0), columns, sum));
        }
        leaf.files().forEach(tally::add);
    }
}
