package io.laguna.emulator.crawl.group;

import io.laguna.emulator.crawl.FoundTable;
import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.schema.Column;
import io.laguna.emulator.crawl.schema.Columns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder that has to be one table: the format and the keys are those that most of its files have. */
final class SingleTable {
    private SingleTable() {}

    private record Shape(String layout, List<Optional<String>> keys) {}

    static Optional<Group> of(FoundTable.Kind kind, Folder folder, Minutes minutes) {
        Map<Shape, List<Finding>> shapes = new LinkedHashMap<>();
        folder.forEachWithFiles(leaf -> {
            List<Optional<String>> keys = Key.between(
                            folder.path().prefix(), leaf.path().prefix())
                    .stream()
                    .map(Key::name)
                    .toList();
            leaf.files().forEach(file -> file.finding().ifPresent(finding -> shapes.computeIfAbsent(
                            new Shape(finding.layout() + finding.compression(), keys), same -> new ArrayList<>())
                    .add(finding)));
        });
        return shapes.entrySet().stream()
                .reduce((one, other) ->
                        one.getValue().size() >= other.getValue().size() ? one : other)
                .map(most -> {
                    List<Finding> findings = most.getValue();
                    List<Column> columns = findings.stream()
                            .map(Finding::columns)
                            .reduce(Columns::union)
                            .orElse(List.of());
                    minutes.decide(
                            folder.path().location(),
                            "one table, a " + Formats.name(findings.get(0))
                                    + ", as the configuration or the catalog says");
                    return FolderTable.of(
                            kind, folder, findings.get(0), most.getKey().keys(), columns, minutes);
                });
    }
}
