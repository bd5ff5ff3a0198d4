package io.laguna.emulator.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.ResourceNotFoundException;
import software.amazon.awssdk.services.athena.model.Tag;

@ExtendWith(CatalogLake.class)
class TagsTest {
    private static final Tag TEAM = tag("team", "sales");
    private static final Tag COST = tag("cost", "42");

    private final TestAthena athena;
    private final AthenaClient client;

    TagsTest(CatalogLake.Running lake) {
        this.athena = new TestAthena(lake);
        this.client = athena.client;
    }

    @Test
    void tagsAreGivenAtTheCreationOfWhateverHasThem() {
        client.createWorkGroup(request -> request.name("tagged").tags(TEAM));
        client.createDataCatalog(request -> request.name("tagged")
                .type("GLUE")
                .parameters(Map.of("catalog-id", "1"))
                .tags(COST));
        client.createCapacityReservation(
                request -> request.name("tagged").targetDpus(24).tags(TEAM, COST));

        assertThat(tags("workgroup/tagged")).containsExactly(TEAM);
        assertThat(tags("datacatalog/tagged")).containsExactly(COST);
        assertThat(tags("capacity-reservation/tagged")).containsExactly(COST, TEAM);
    }

    @Test
    void tagsAreReplacedAndRemovedByTheirKeys() {
        String arn = athena.arn("workgroup/primary");
        client.tagResource(request -> request.resourceARN(arn).tags(TEAM, COST));

        client.tagResource(request -> request.resourceARN(arn).tags(tag("team", "")));
        client.untagResource(request -> request.resourceARN(arn).tagKeys("cost", "none"));

        assertThat(tags("workgroup/primary")).containsExactly(tag("team", ""));
    }

    @Test
    void tagsGoWithWhatHasThem() {
        client.createWorkGroup(request -> request.name("gone").tags(TEAM));
        client.deleteWorkGroup(request -> request.workGroup("gone"));
        client.createWorkGroup(request -> request.name("gone"));

        assertThat(tags("workgroup/gone")).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String arn : List.of(
                athena.arn("workgroup/none"),
                athena.arn("datacatalog/none"),
                athena.arn("capacity-reservation/none"),
                "arn:aws:athena:eu-west-1:999999999999:workgroup/primary",
                "arn:aws:athena:us-west-2:" + athena.caller.accountId() + ":workgroup/primary")) {
            assertThatThrownBy(() -> client.tagResource(
                            request -> request.resourceARN(arn).tags(TEAM)))
                    .isInstanceOfSatisfying(
                            ResourceNotFoundException.class,
                            failure -> assertThat(failure.resourceName()).isEqualTo(arn));
        }
    }

    @Test
    void whatIsAskedWronglyIsInvalid() {
        invalid(() -> tags("query/1"), "Not the ARN of a workgroup");
        invalid(
                () -> client.tagResource(request ->
                        request.resourceARN(athena.arn("workgroup/primary")).tags(tag("", "x"))),
                "'tags.1.member.key'");
        invalid(
                () -> client.tagResource(request -> request.resourceARN(athena.arn("workgroup/primary"))
                        .tags(IntStream.range(0, 51)
                                .mapToObj(i -> tag("k" + i, "v"))
                                .toList())),
                "50 tags");
        assertThat(tags("workgroup/primary")).isEmpty();
        invalid(
                () -> client.createWorkGroup(request -> request.name("x").tags(List.of())),
                "Tags provided upon WorkGroup creation must not be empty");
    }

    private List<Tag> tags(String resource) {
        return client.listTagsForResource(request -> request.resourceARN(athena.arn(resource)))
                .tags();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static void invalid(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(message);
    }
}
