package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.grammar.TypeReader;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.HiveType;
import io.laguna.emulator.athena.ddl.model.StatementFailure;
import io.laguna.emulator.athena.ddl.text.TableDescription;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Column;

/** A column, or something inside it: a member of a structure, or $elem$, $key$ and $value$ of an array or a map. */
record ColumnPath(CatalogTable table, List<String> parts) {
    /**
     * Returns the row that describes the column.
     *
     * @throws StatementFailure when there is no such column or member
     */
    String row() {
        Column column = table.allColumns().stream()
                .filter(one -> one.name().equals(parts.get(0)))
                .findFirst()
                .orElseThrow(() -> Failures.noColumn(parts.get(0)));
        if (parts.size() == 1) {
            return TableDescription.row(
                    column, table.partitionKeys().contains(column) ? "" : TableDescription.missingComment(table));
        }
        HiveType type = TypeReader.stored(column.type()).orElseThrow(this::nothing);
        for (String part : parts.subList(1, parts.size())) {
            type = inside(type, part).orElseThrow(this::nothing);
        }
        return TableDescription.row(parts.get(parts.size() - 1), type.hive(), "from deserializer");
    }

    private static Optional<HiveType> inside(HiveType type, String part) {
        if (type instanceof HiveType.StructOf struct) {
            return struct.fields().stream()
                    .filter(field -> field.name().equals(part))
                    .map(HiveType.StructOf.Field::type)
                    .findFirst();
        }
        if (type instanceof HiveType.ArrayOf array && part.equals("$elem$")) {
            return Optional.of(array.element());
        }
        if (type instanceof HiveType.MapOf map && part.equals("$key$")) {
            return Optional.of(map.key());
        }
        if (type instanceof HiveType.MapOf map && part.equals("$value$")) {
            return Optional.of(map.value());
        }
        return Optional.empty();
    }

    private StatementFailure nothing() {
        return Failures.noColumn(String.join(".", parts));
    }
}
