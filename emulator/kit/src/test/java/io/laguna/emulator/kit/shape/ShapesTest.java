package io.laguna.emulator.kit.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

class ShapesTest {
    private static final TableInput OURS = TableInput.builder()
            .name("t")
            .description("ours")
            .owner("same")
            .retention(0)
            .lastAccessTime(Instant.parse("2026-01-02T03:04:05.678Z"))
            .parameters(Map.of("a", "1", "b", "2", "c", "3"))
            .storageDescriptor(storage -> storage.location("s3://a/b/")
                    .inputFormat("in")
                    .compressed(false)
                    .bucketColumns(List.of())
                    .columns(column("Id", "BIGINT", "p"), column("name", "string", "q")))
            .build();

    /** What Hive makes of it. */
    private static final TableInput BASE = TableInput.builder()
            .name("t")
            .owner("same")
            .parameters(Map.of("a", "1", "b", "2", "c", "3", "EXTERNAL", "TRUE"))
            .storageDescriptor(storage -> storage.location("s3://a/b")
                    .inputFormat("in")
                    .columns(column("id", "bigint"), column("name", "string")))
            .build();

    @Test
    void whatNobodyChangedIsOurs() {
        assertThat(Shapes.merge(BASE, OURS, BASE)).isEqualTo(OURS);
    }

    @Test
    void whatTheyChangedIsTheirsAndTheRestIsOurs() {
        TableInput theirs = BASE.copy(change -> change.owner("their")
                .parameters(Map.of("a", "1", "b", "changed", "EXTERNAL", "TRUE", "new", "4"))
                .storageDescriptor(BASE.storageDescriptor().copy(storage -> storage.inputFormat("other")
                        .columns(column("added", "int"), column("name", "int"), column("id", "bigint")))));

        TableInput merged = Shapes.merge(BASE, OURS, theirs);

        assertThat(merged.description()).isEqualTo("ours");
        assertThat(merged.owner()).isEqualTo("their");
        assertThat(merged.parameters()).isEqualTo(Map.of("a", "1", "b", "changed", "new", "4"));
        assertThat(merged.storageDescriptor().location()).isEqualTo("s3://a/b/");
        assertThat(merged.storageDescriptor().inputFormat()).isEqualTo("other");
        assertThat(merged.storageDescriptor().columns())
                .containsExactly(column("added", "int"), column("name", "int", "q"), column("Id", "BIGINT", "p"));
    }

    @Test
    void aShapeIsTheSameAfterJson() {
        assertThat(ShapeJson.read(ShapeJson.write(OURS), TableInput.builder())).isEqualTo(OURS);
        assertThat(ShapeJson.read(ShapeJson.write(OURS), TableInput.builder())
                        .storageDescriptor()
                        .hasBucketColumns())
                .isTrue();
        assertThat(ShapeJson.write(TableInput.builder().build())).isEqualTo("{}");
    }

    @Test
    void likeNamedFieldsAreCopied() {
        Table table = Shapes.copy(OURS, Table.builder()).build();

        assertThat(table.description()).isEqualTo("ours");
        assertThat(table.storageDescriptor()).isEqualTo(OURS.storageDescriptor());
        assertThat(table.hasPartitionKeys()).isFalse();
    }

    private static Column column(String name, String type) {
        return Column.builder().name(name).type(type).build();
    }

    private static Column column(String name, String type, String parameter) {
        return column(name, type).copy(change -> change.parameters(Map.of(parameter, "1")));
    }
}
