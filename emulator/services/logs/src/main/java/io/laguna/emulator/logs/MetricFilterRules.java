package io.laguna.emulator.logs;

import io.laguna.emulator.logs.pattern.FilterPattern;
import io.laguna.emulator.logs.pattern.InvalidPatternException;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.StandardUnit;

/**
 * The rules for metric filters.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MetricTransformation.html">API</a>
 */
final class MetricFilterRules {
    private static final int MOST_DIMENSIONS = 3;
    private static final Pattern NAME = Pattern.compile("[^:*$]*");
    private static final Pattern VALUE = Pattern.compile("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?|\\$.+");

    private MetricFilterRules() {}

    static void check(PutMetricFilterRequest request) {
        Constraints constraints = new Constraints()
                .group("logGroupName", request.logGroupName()).stream("filterName", request.filterName())
                        .present("filterPattern", request.filterPattern())
                        .length("filterPattern", request.filterPattern(), 0, 1024)
                        .size("metricTransformations", request.metricTransformations(), 1, 1)
                        .length("fieldSelectionCriteria", request.fieldSelectionCriteria(), 0, 2000);
        request.metricTransformations().forEach(each -> members(constraints, each));
        constraints.check();
        if (Boolean.TRUE.equals(request.applyOnTransformedLogs())) {
            throw Failures.invalid(
                    "applyOnTransformedLogs is for log groups that have a transformer, and this has none.");
        }
        try {
            FilterPattern.of(request.filterPattern());
        } catch (InvalidPatternException e) {
            throw Failures.invalid("Invalid filter pattern: " + e.getMessage());
        }
        request.metricTransformations().forEach(each -> check(each, request.filterPattern()));
    }

    private static void members(Constraints constraints, MetricTransformation each) {
        constraints
                .present("metricTransformations.metricName", each.metricName())
                .length("metricTransformations.metricName", each.metricName(), 0, 255)
                .pattern("metricTransformations.metricName", each.metricName(), NAME)
                .present("metricTransformations.metricNamespace", each.metricNamespace())
                .length("metricTransformations.metricNamespace", each.metricNamespace(), 0, 255)
                .pattern("metricTransformations.metricNamespace", each.metricNamespace(), NAME)
                .present("metricTransformations.metricValue", each.metricValue())
                .length("metricTransformations.metricValue", each.metricValue(), 0, 100)
                .oneOf("metricTransformations.unit", each.unitAsString(), StandardUnit.knownValues());
        each.dimensions().forEach((key, value) -> constraints
                .length("metricTransformations.dimensions.key", key, 0, 255)
                .length("metricTransformations.dimensions." + key, value, 0, 255));
    }

    private static void check(MetricTransformation each, String pattern) {
        if (!VALUE.matcher(each.metricValue()).matches()) {
            throw Failures.invalid(
                    "Invalid metric transformation: metricValue must be a number or a selector such as $.latency.");
        }
        if (each.dimensions().size() > MOST_DIMENSIONS) {
            throw Failures.invalid("Invalid metric transformation: at most 3 dimensions are allowed.");
        }
        if (!each.dimensions().isEmpty() && each.defaultValue() != null) {
            throw Failures.invalid(
                    "Invalid metric transformation: dimensions and default value are mutually exclusive properties.");
        }
        boolean selects =
                each.metricValue().startsWith("$") || !each.dimensions().isEmpty();
        if (selects && !pattern.strip().startsWith("{") && !pattern.strip().startsWith("[")) {
            throw Failures.invalid("Invalid metric transformation: selectors need a filter pattern of JSON or of fields"
                    + " with spaces between them.");
        }
    }
}
