package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.kit.hive.PrestoView;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.model.Column;

/** Tests that Athena reads and changes what clients of Glue define alone: Iceberg tables and views. */
@Tag("slow")
@ExtendWith(SharedLake.class)
class GlueMadeTablesSystemTest {
    @Test
    void viewsAndIcebergTablesThatGlueMadeAreAthenas(SharedLake.Running running, AthenaSide athena) {
        SystemLake lake = running.lake();
        try (athena) {
            lake.glue().createDatabase(request -> request.databaseInput(input -> input.name("ofglue")));
            lake.glue().createTable(request -> request.databaseName("ofglue")
                    .tableInput(table -> table.name("ice")
                            .storageDescriptor(storage -> storage.location("s3://lake/ofglue/ice/")
                                    .columns(
                                            column("Id", "int"),
                                            column("name", "string").copy(name -> name.comment("who")))))
                    .openTableFormatInput(format -> format.icebergInput(
                            iceberg -> iceberg.metadataOperation("CREATE").version("2"))));

            athena.run("INSERT INTO ofglue.ice VALUES (1, 'uno'), (2, NULL)");
            athena.run("ALTER TABLE ofglue.ice ADD COLUMNS (extra bigint)");
            athena.run("ALTER TABLE ofglue.ice DROP COLUMN name");

            assertThat(athena.rows("SELECT * FROM ofglue.ice ORDER BY id"))
                    .isEqualTo(List.of(
                            List.of(Optional.of("1"), Optional.empty()), List.of(Optional.of("2"), Optional.empty())));
            assertThat(lake.glue()
                            .getTable(request -> request.databaseName("ofglue").name("ice"))
                            .table()
                            .storageDescriptor()
                            .columns())
                    .extracting(column -> column.name() + " " + column.comment() + " "
                            + column.parameters().get("iceberg.field.current"))
                    .containsExactly("id null true", "extra null true", "name who false");

            view(lake, "v", "SELECT id + 1 AS next FROM ofglue.ice");
            assertThat(PrestoView.of(lake.glue()
                                    .getTable(request ->
                                            request.databaseName("ofglue").name("v"))
                                    .table()
                                    .viewOriginalText())
                            .orElseThrow()
                            .definition()
                            .path("catalog")
                            .textValue())
                    .isEqualTo("AwsDataCatalog");
            assertThat(athena.value("SELECT max(next) FROM ofglue.v")).isEqualTo("3");
            hiveView(lake, "hive", "SELECT `ice`.`id` + 1 AS `next` FROM `ofglue`.`ice`");
            assertThat(athena.value("SELECT max(next) FROM ofglue.hive")).isEqualTo("3");
            athena.run("CREATE VIEW ofglue.above AS SELECT min(next) first FROM ofglue.v");
            assertThat(athena.value("SELECT first FROM ofglue.above")).isEqualTo("2");
        }
    }

    /** Makes a view by the two fields that make one, with a description of its own. */
    private static void view(SystemLake lake, String name, String sql) {
        String json = "{\"originalSql\":\"" + sql + "\",\"catalog\":\"AwsDataCatalog\",\"schema\":\"OfGlue\","
                + "\"columns\":[{\"name\":\"next\",\"type\":\"integer\"}]}";
        String text = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        lake.glue().createTable(request -> request.databaseName("ofglue").tableInput(table -> table.name(name)
                .description("the next ones")
                .tableType("VIRTUAL_VIEW")
                .viewOriginalText("/* Presto View: " + text + " */")
                .parameters(Map.of("presto_view", "true"))
                .storageDescriptor(storage -> storage.columns(column("next", "int")))));
    }

    /** Makes a view in Hive's words, without an owner. */
    private static void hiveView(SystemLake lake, String name, String sql) {
        lake.glue().createTable(request -> request.databaseName("ofglue").tableInput(table -> table.name(name)
                .tableType("VIRTUAL_VIEW")
                .viewOriginalText(sql)
                .viewExpandedText(sql)
                .storageDescriptor(storage -> storage.columns(column("next", "int")))));
    }

    private static Column column(String name, String type) {
        return Column.builder().name(name).type(type).build();
    }
}
