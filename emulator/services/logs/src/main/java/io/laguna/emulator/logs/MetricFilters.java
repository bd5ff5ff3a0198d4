package io.laguna.emulator.logs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterResponse;

/**
 * The operations on metric filters, which are kept and answered. There are no metrics of CloudWatch, so none is counted.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html">API</a>
 */
final class MetricFilters extends Room {
    private static final int LARGEST = 50;
    private static final int MOST_OF_GROUP = 100;

    private final Caller caller;
    private final State state;
    private final Clock clock;

    MetricFilters(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    /** Keeps a filter in place of the one of its name, whose time of creation it keeps. */
    @Override
    public PutMetricFilterResponse putMetricFilter(PutMetricFilterRequest request) {
        MetricFilterRules.check(request);
        state.write(transaction -> {
            long group = group(transaction, request.logGroupName());
            MetricFilterRecords records = new MetricFilterRecords(transaction);
            Optional<MetricFilter> before = records.find(group, request.filterName());
            if (before.isEmpty() && records.of(group).size() >= MOST_OF_GROUP) {
                throw Failures.limit();
            }
            MetricFilter.Builder filter = MetricFilter.builder()
                    .filterName(request.filterName())
                    .filterPattern(request.filterPattern())
                    .metricTransformations(request.metricTransformations())
                    .creationTime(before.map(MetricFilter::creationTime).orElseGet(clock::millis))
                    .logGroupName(request.logGroupName())
                    .applyOnTransformedLogs(false)
                    .fieldSelectionCriteria(request.fieldSelectionCriteria());
            if (request.hasEmitSystemFieldDimensions()) {
                filter.emitSystemFieldDimensions(request.emitSystemFieldDimensions());
            }
            records.put(group, filter.build());
            return group;
        });
        return PutMetricFilterResponse.builder().build();
    }

    /** Returns filters in the order of their names. A prefix counts only together with a group. */
    @Override
    public DescribeMetricFiltersResponse describeMetricFilters(DescribeMetricFiltersRequest request) {
        new Constraints()
                .optionalGroup("logGroupName", request.logGroupName())
                .optionalStream("filterNamePrefix", request.filterNamePrefix())
                .length("metricName", request.metricName(), 0, 255)
                .length("metricNamespace", request.metricNamespace(), 0, 255)
                .token("nextToken", request.nextToken())
                .range("limit", request.limit(), 1, LARGEST)
                .check();
        if ((request.metricName() == null) != (request.metricNamespace() == null)) {
            throw Failures.invalid("metricName and metricNamespace have to be given together.");
        }
        List<MetricFilter> found = state
                .read(handle -> request.logGroupName() == null
                        ? new MetricFilterRecords(handle).all(caller)
                        : new MetricFilterRecords(handle).of(group(handle, request.logGroupName())))
                .stream()
                .filter(filter -> isAskedFor(filter, request))
                .sorted(Comparator.comparing(MetricFilters::key))
                .toList();
        Page<MetricFilter> page = Page.ofSorted(
                found,
                MetricFilters::key,
                request.nextToken(),
                Page.size(request.limit(), LARGEST),
                Failures::badToken);
        return DescribeMetricFiltersResponse.builder()
                .metricFilters(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public DeleteMetricFilterResponse deleteMetricFilter(DeleteMetricFilterRequest request) {
        new Constraints()
                .group("logGroupName", request.logGroupName()).stream("filterName", request.filterName())
                        .check();
        state.write(transaction -> {
            long group = group(transaction, request.logGroupName());
            if (!new MetricFilterRecords(transaction).delete(group, request.filterName())) {
                throw Failures.notFound("The specified metric filter does not exist.");
            }
            return group;
        });
        return DeleteMetricFilterResponse.builder().build();
    }

    private static boolean isAskedFor(MetricFilter filter, DescribeMetricFiltersRequest request) {
        boolean named = request.logGroupName() == null
                || request.filterNamePrefix() == null
                || filter.filterName().startsWith(request.filterNamePrefix());
        boolean counted = request.metricName() == null
                || filter.metricTransformations().stream()
                        .anyMatch(each -> each.metricName().equals(request.metricName())
                                && each.metricNamespace().equals(request.metricNamespace()));
        return named && counted;
    }

    /** Returns a text by which filters of all groups have one order. No name has a colon. */
    private static String key(MetricFilter filter) {
        return filter.filterName() + ":" + filter.logGroupName();
    }

    private long group(Handle handle, String name) {
        return new LogRecords(handle)
                .group(caller, name)
                .orElseThrow(Failures::noGroup)
                .id();
    }
}
