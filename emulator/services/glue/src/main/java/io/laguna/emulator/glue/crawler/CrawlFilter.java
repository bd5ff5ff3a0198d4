package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.glue.model.CrawlerHistory;
import software.amazon.awssdk.services.glue.model.CrawlerHistoryState;
import software.amazon.awssdk.services.glue.model.CrawlsFilter;
import software.amazon.awssdk.services.glue.model.FieldName;
import software.amazon.awssdk.services.glue.model.FilterOperator;

/**
 * The filters of a list of crawls, all of which a crawl has to pass. Times are in milliseconds since 1970; ids and states are
 * equal or not.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_CrawlsFilter.html">CrawlsFilter</a>
 */
record CrawlFilter(List<Predicate<CrawlerHistory>> all) implements Predicate<CrawlerHistory> {
    static CrawlFilter of(List<CrawlsFilter> filters) {
        return new CrawlFilter(filters.stream().map(CrawlFilter::of).toList());
    }

    @Override
    public boolean test(CrawlerHistory crawl) {
        return all.stream().allMatch(each -> each.test(crawl));
    }

    private static Predicate<CrawlerHistory> of(CrawlsFilter filter) {
        new Constraints()
                .present("filters.fieldName", filter.fieldNameAsString())
                .present("filters.filterOperator", filter.filterOperatorAsString())
                .present("filters.fieldValue", filter.fieldValue())
                .oneOf("filters.fieldName", filter.fieldNameAsString(), FieldName.knownValues())
                .oneOf("filters.filterOperator", filter.filterOperatorAsString(), FilterOperator.knownValues())
                .check();
        String value = filter.fieldValue();
        return switch (filter.fieldName()) {
            case CRAWL_ID -> equal(filter, CrawlerHistory::crawlId);
            case STATE -> {
                new Constraints()
                        .oneOf("filters.fieldValue", value, CrawlerHistoryState.knownValues())
                        .check();
                yield equal(filter, CrawlerHistory::stateAsString);
            }
            case START_TIME -> compared(filter, millis(value), CrawlerHistory::startTime);
            case END_TIME -> compared(filter, millis(value), CrawlerHistory::endTime);
            case DPU_HOUR -> compared(filter, number(value), CrawlerHistory::dpuHour);
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("The constraints have refused it");
        };
    }

    private static Predicate<CrawlerHistory> equal(CrawlsFilter filter, Function<CrawlerHistory, String> field) {
        return switch (filter.filterOperator()) {
            case EQ -> crawl -> filter.fieldValue().equals(field.apply(crawl));
            case NE -> crawl -> !filter.fieldValue().equals(field.apply(crawl));
            case GT, GE, LT, LE, UNKNOWN_TO_SDK_VERSION -> throw Failures.invalid(
                    "The field " + filter.fieldName() + " can be filtered by EQ and NE only.");
        };
    }

    /** A crawl without the field passes no filter on it: one that runs has no end. */
    private static <T extends Comparable<T>> Predicate<CrawlerHistory> compared(
            CrawlsFilter filter, T value, Function<CrawlerHistory, T> field) {
        Predicate<Integer> outcome =
                switch (filter.filterOperator()) {
                    case GT -> order -> order > 0;
                    case GE -> order -> order >= 0;
                    case LT -> order -> order < 0;
                    case LE -> order -> order <= 0;
                    case EQ -> order -> order == 0;
                    case NE -> order -> order != 0;
                    case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("The constraints have refused it");
                };
        return crawl -> Optional.ofNullable(field.apply(crawl))
                .filter(own -> outcome.test(own.compareTo(value)))
                .isPresent();
    }

    private static Instant millis(String value) {
        if (!value.matches("\\d{1,15}")) {
            throw Failures.invalid("FieldValue must be a time in milliseconds since 1970: " + value);
        }
        return Instant.ofEpochMilli(Long.parseLong(value));
    }

    private static Double number(String value) {
        if (!value.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw Failures.invalid("FieldValue must be a number: " + value);
        }
        return Double.valueOf(value);
    }
}
