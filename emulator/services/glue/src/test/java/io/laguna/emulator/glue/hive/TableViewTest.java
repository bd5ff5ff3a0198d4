package io.laguna.emulator.glue.hive;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.hive.thrift.metastore.FieldSchema;
import io.trino.hive.thrift.metastore.SerDeInfo;
import io.trino.hive.thrift.metastore.StorageDescriptor;
import io.trino.hive.thrift.metastore.Table;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.model.Column;

class TableViewTest {
    @Test
    void aViewOfTheEngineHasTheColumnsOfItsStatement() {
        StorageDescriptor storage = new StorageDescriptor();
        storage.setCols(List.of(new FieldSchema("dummy", "string", null)));
        storage.setSerdeInfo(new SerDeInfo());
        Table view = new Table();
        view.setTableName("v");
        view.setTableType("VIRTUAL_VIEW");
        view.setSd(storage);
        view.setPartitionKeys(List.of());
        view.setParameters(Map.of("presto_view", "true"));
        view.setViewOriginalText(text("{\"columns\": [{\"name\": \"id\", \"type\": \"integer\"},"
                + " {\"name\": \"names\", \"type\": \"array(varchar)\"}]}"));

        assertThat(TableView.fromHive(view).storageDescriptor().location()).isEmpty();
        assertThat(TableView.fromHive(view).storageDescriptor().columns())
                .containsExactly(
                        Column.builder().name("id").type("int").build(),
                        Column.builder().name("names").type("array<string>").build());
    }

    private static String text(String definition) {
        return "/* Presto View: " + Base64.getEncoder().encodeToString(definition.getBytes(StandardCharsets.UTF_8))
                + " */";
    }
}
