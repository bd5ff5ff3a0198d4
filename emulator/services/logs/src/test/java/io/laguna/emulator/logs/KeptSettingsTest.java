package io.laguna.emulator.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LimitExceededException;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.PolicyScope;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourcePolicy;

/** Tests of what is kept and answered, and does nothing: metric filters and resource policies. */
@ExtendWith(LogsLake.class)
class KeptSettingsTest {
    private static final String GROUP = "/test/kept";
    private static final String POLICY =
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"logs:PutLogEvents\"}]}";
    private final Logs service;
    private final CloudWatchLogsClient logs;

    KeptSettingsTest(LogsLake.Running lake) {
        this.service = lake.open();
        this.logs = Rooms.of(CloudWatchLogsClient.class, service.rooms(EngineLake.CALLER))
                .client();
    }

    @BeforeEach
    void make() {
        logs.createLogGroup(create -> create.logGroupName(GROUP));
    }

    @AfterEach
    void delete() {
        logs.deleteLogGroup(delete -> delete.logGroupName(GROUP));
        service.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ERROR               | {'metricName': 'n', 'metricNamespace': 's', 'metricValue': '1', 'defaultValue': 0.0}",
                "                    | {'metricName': 'n', 'metricNamespace': 's', 'metricValue': '1', 'unit': 'Count'}",
                "{ $.latency = * }   | {'metricName': 'n', 'metricNamespace': 's', 'metricValue': '$.latency'}",
                "[ip, code, size]    | {'metricName': 'n', 'metricNamespace': 's', 'metricValue': '1', 'dimensions':"
                        + " {'Code': '$code'}}"
            })
    void aFilterComesBackAsItWasPut(String pattern, String transformation) {
        PutMetricFilterRequest request = request(pattern, transformation);
        logs.putMetricFilter(request);
        logs.putMetricFilter(request);

        assertThat(logs.describeMetricFilters(describe -> describe.logGroupName(GROUP))
                        .metricFilters())
                .singleElement()
                .satisfies(filter -> {
                    assertThat(filter.filterPattern()).isEqualTo(request.filterPattern());
                    assertThat(filter.metricTransformations()).isEqualTo(request.metricTransformations());
                    assertThat(filter.logGroupName()).isEqualTo(GROUP);
                    assertThat(filter.creationTime()).isPositive();
                });
        assertThat(logs.describeLogGroups(describe -> describe.logGroupNamePrefix(GROUP))
                        .logGroups())
                .singleElement()
                .satisfies(group -> assertThat(group.metricFilterCount()).isOne());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ $.a = | {'metricName': 'n', 'metricNamespace': 's', 'metricValue': '1'}   | filter pattern",
                "ERROR   | {'metricName': 'n', 'metricNamespace': 's'}                       | metricValue",
                "ERROR   | {'metricNamespace': 's', 'metricValue': '1'}                      | metricName",
                "ERROR   | {'metricName': 'a:b', 'metricNamespace': 's', 'metricValue': '1'} | metricName",
                "ERROR   | {'metricName': 'n', 'metricNamespace': 's', 'metricValue': 'one'} | metricValue",
                "ERROR   | {'metricName': 'n', 'metricNamespace': 's', 'metricValue': '$.a'} | selectors",
                "ERROR   | {'metricName': 'n', 'metricNamespace': 's', 'metricValue': '1', 'unit': 'Pieces'} | unit",
                "[a]     | {'metricName': 'n', 'metricNamespace': 's', 'metricValue': '1', 'defaultValue': 0.0,"
                        + " 'dimensions': {'A': '$a'}} | mutually exclusive",
                "[a]     | {'metricName': 'n', 'metricNamespace': 's', 'metricValue': '1', 'dimensions': {'A': '$a',"
                        + " 'B': '$a', 'C': '$a', 'D': '$a'}} | at most 3",
            })
    void aFilterThatIsNoneIsRefused(String pattern, String transformation, String reason) {
        assertThatThrownBy(() -> logs.putMetricFilter(request(pattern, transformation)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void filtersAreFoundByPrefixAndMetricAndDeleted() {
        put("a-one", "one");
        put("a-two", "two");
        put("b", "one");

        assertThat(logs.describeMetricFilters(
                                describe -> describe.logGroupName(GROUP).filterNamePrefix("a-"))
                        .metricFilters())
                .extracting(MetricFilter::filterName)
                .containsExactly("a-one", "a-two");
        assertThat(logs.describeMetricFiltersPaginator(describe ->
                                describe.metricName("one").metricNamespace("s").limit(1))
                        .metricFilters())
                .extracting(MetricFilter::filterName)
                .containsExactly("a-one", "b");
        logs.deleteMetricFilter(delete -> delete.logGroupName(GROUP).filterName("b"));

        assertThatThrownBy(() -> logs.deleteMetricFilter(
                        delete -> delete.logGroupName(GROUP).filterName("b")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> logs.describeMetricFilters(describe -> describe.logGroupName("/nowhere")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> logs.describeMetricFilters(describe -> describe.metricName("one")))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void aGroupHasAHundredFiltersAndTakesThemWithIt() {
        IntStream.range(0, 100).forEach(number -> put("f" + number, "one"));

        assertThatThrownBy(() -> put("one-more", "one")).isInstanceOf(LimitExceededException.class);
        put("f0", "two");
        logs.deleteLogGroup(delete -> delete.logGroupName(GROUP));
        make();
        assertThat(logs.describeMetricFilters(describe -> describe.logGroupName(GROUP))
                        .metricFilters())
                .isEmpty();
    }

    @Test
    void policiesAreKeptLetterByLetterAndTenOfThem() {
        IntStream.range(0, 10).forEach(number -> policy("p" + number));

        assertThat(logs.describeResourcePolicies(describe -> describe.limit(50)).resourcePolicies())
                .hasSize(10)
                .first()
                .satisfies(policy -> {
                    assertThat(policy.policyDocument()).isEqualTo(POLICY);
                    assertThat(policy.policyScope()).isEqualTo(PolicyScope.ACCOUNT);
                });
        assertThatThrownBy(() -> policy("p10")).isInstanceOf(LimitExceededException.class);
        policy("p9");
        assertThat(logs.describeResourcePolicies(describe -> describe.policyScope(PolicyScope.RESOURCE))
                        .resourcePolicies())
                .isEmpty();
        IntStream.range(0, 10).forEach(number -> logs.deleteResourcePolicy(delete -> delete.policyName("p" + number)));

        assertThat(logs.describeResourcePolicies(describe -> describe.limit(50)).resourcePolicies())
                .extracting(ResourcePolicy::policyName)
                .isEmpty();
        assertThatThrownBy(() -> logs.deleteResourcePolicy(delete -> delete.policyName("p0")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{ | JSON", "{} | Statement", "[] | Statement", "1 | Statement"})
    void aPolicyThatIsNoneIsRefused(String document, String reason) {
        assertThatThrownBy(() ->
                        logs.putResourcePolicy(put -> put.policyName("none").policyDocument(document)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(reason);
    }

    private void policy(String name) {
        logs.putResourcePolicy(put -> put.policyName(name).policyDocument(POLICY));
    }

    private void put(String name, String metric) {
        logs.putMetricFilter(
                request("ERROR", "{'metricName': '" + metric + "', 'metricNamespace': 's', 'metricValue': '1'}")
                        .toBuilder()
                        .filterName(name)
                        .build());
    }

    private static PutMetricFilterRequest request(String pattern, String transformation) {
        String json = "{\"metricTransformations\": [" + transformation.replace('\'', '"') + "]}";
        return ShapeJson.read(json, PutMetricFilterRequest.builder()).toBuilder()
                .logGroupName(GROUP)
                .filterName("filter")
                .filterPattern(pattern == null ? "" : pattern)
                .build();
    }
}
