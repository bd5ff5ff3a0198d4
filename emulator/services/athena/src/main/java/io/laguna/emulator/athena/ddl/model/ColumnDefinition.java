package io.laguna.emulator.athena.ddl.model;

import io.laguna.emulator.athena.ddl.words.Quoted;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.glue.model.Column;

/** A column as a statement defines it. */
public record ColumnDefinition(String name, HiveType type, Optional<String> comment) {
    public Column glue() {
        return Column.builder()
                .name(name)
                .type(type.hive())
                .comment(comment.orElse(null))
                .build();
    }

    /** Returns the definition for a CREATE TABLE or ADD COLUMN of Trino. */
    public String trino() {
        return Quoted.identifier(name) + " " + type.trino()
                + comment.map(text -> " COMMENT " + Quoted.text(text)).orElse("");
    }

    /**
     * Checks that no two columns have one name.
     *
     * @throws StatementFailure when two have the same name
     */
    public static void checkNames(List<String> columns) {
        Set<String> seen = new HashSet<>();
        columns.stream().filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
            throw Failures.semantic("[Error 10036]: Duplicate column name: " + name);
        });
    }
}
