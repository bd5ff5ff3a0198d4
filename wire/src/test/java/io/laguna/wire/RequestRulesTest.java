package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.CreateTableRequest;
import software.amazon.awssdk.services.glue.model.GetTablesRequest;

class RequestRulesTest {
    private static ServiceDescription glue;

    @BeforeAll
    static void describe() throws IOException {
        try (InputStream model = Models.open(GlueClient.class)) {
            ServiceDescription refined =
                    ServiceDescription.reflect(GlueClient.class).refinedBy(model);
            glue = Indexes.read(GlueClient.class, Indexes.text(refined));
        }
    }

    @Test
    void aNulIsFoundWhereverItIs() {
        SdkPojo request = CreateTableRequest.builder()
                .databaseName("d\0")
                .tableInput(table -> table.name("t")
                        .parameters(Map.of("k\0", "v"))
                        .storageDescriptor(storage -> storage.columns(
                                Column.builder().name("a").build(),
                                Column.builder().name("b\0").build())))
                .build();

        assertThat(broken("CreateTable", request).split("; "))
                .hasSize(3)
                .allMatch(each -> each.contains("Member must not have the character U+0000"))
                .anyMatch(each -> each.startsWith("3 validation errors detected: Value at 'databaseName'"))
                .anyMatch(each -> each.contains("'tableInput.parameters.member.key'"))
                .anyMatch(each -> each.contains("'tableInput.storageDescriptor.columns.2.member.name'"));
    }

    @Test
    void aNumberBeyondTheRangeOfTheModelIsNamed() {
        assertThat(broken(
                        "GetTables",
                        GetTablesRequest.builder()
                                .databaseName("d")
                                .maxResults(-1)
                                .build()))
                .isEqualTo("1 validation error detected: Value '-1' at 'maxResults' failed to satisfy constraint:"
                        + " Member must have value greater than or equal to 1");
    }

    @Test
    void nothingIsSaidOfARequestAsItShouldBe() {
        assertThat(broken(
                        "GetTables",
                        GetTablesRequest.builder()
                                .databaseName("d")
                                .maxResults(100)
                                .build()))
                .isEmpty();
    }

    @Test
    void requiredMembersAreThoseOfTheModel() {
        assertThat(glue.operations().get("DeleteTable").requiredMembers()).containsExactly("DatabaseName", "Name");
        assertThat(glue.operations().get("GetDatabases").requiredMembers()).isEmpty();
    }

    private static String broken(String operation, SdkPojo request) {
        return new Wire(glue).broken(glue.operations().get(operation), request).orElse("");
    }
}
