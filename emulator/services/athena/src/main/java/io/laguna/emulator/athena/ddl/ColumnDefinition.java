package io.laguna.emulator.athena.ddl;

import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Column;

/** A column as a statement defines it. */
record ColumnDefinition(String name, HiveType type, Optional<String> comment) {
    Column glue() {
        return Column.builder()
                .name(name)
                .type(type.hive())
                .comment(comment.orElse(null))
                .build();
    }

    /** For a CREATE TABLE or ADD COLUMN of Trino. */
    String trino() {
        return Quoted.identifier(name) + " " + type.trino()
                + comment.map(text -> " COMMENT " + Quoted.text(text)).orElse("");
    }
}
