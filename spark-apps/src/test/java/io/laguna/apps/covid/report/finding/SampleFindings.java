package io.laguna.apps.covid.report.finding;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Findings for tests: a small epidemic of ten weeks in as many departments as a test asks for, which a test can change.
 */
public final class SampleFindings {

    public static final LocalDate FIRST = LocalDate.of(2020, 3, 6);
    private static final int DAYS = 70;

    private final int departments;
    private Optional<String> firstName = Optional.empty();
    private Optional<ModelQuality> model = Optional.of(new ModelQuality(
            new ModelQuality.Scores(score(0.93), score(0.99), score(0.86), score(0.84)),
            new ModelQuality.Scores(score(0.5), score(0.95), score(1), score(0)),
            1000,
            500,
            LocalDate.of(2020, 5, 1),
            score(0.95)));
    private Map<String, Long> rejected = Map.of("no case id", 4L);
    private List<Origin> origins = List.of();
    private QueryFindings queries = QueryFindings.NONE;

    public SampleFindings(int departments) {
        this.departments = departments;
    }

    public static Findings none() {
        return new Findings(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                QueryFindings.NONE);
    }

    public SampleFindings nameTheFirst(String name) {
        firstName = Optional.of(name);
        return this;
    }

    public SampleFindings withoutModel() {
        model = Optional.empty();
        return this;
    }

    public SampleFindings rejecting(Map<String, Long> reasons) {
        rejected = reasons;
        return this;
    }

    public SampleFindings from(Origin origin) {
        origins = List.of(origin);
        return this;
    }

    public SampleFindings asked(QueryFindings found) {
        queries = found;
        return this;
    }

    /** Returns results that queries could have for a country with so many cases. */
    public static QueryFindings answers(long cases) {
        return new QueryFindings(
                List.of(new DepartmentCases(
                        "05", "Antioquia", 6_000_000, cases, 9, score(12.3), score(0.2), score(0.016))),
                Optional.of(new Impact(
                        cases,
                        9,
                        1,
                        500,
                        3,
                        1,
                        50_000_000,
                        score(1.1),
                        score(0.018),
                        score(0.016),
                        score(0.9),
                        score(0.85),
                        score(0.03),
                        score(0.004),
                        score(0.01),
                        score(0.1),
                        score(39.5),
                        score(8.25),
                        score(15.5),
                        OptionalDouble.empty())));
    }

    public Findings findings() {
        long refused = rejected.values().stream().mapToLong(Long::longValue).sum();
        return new Findings(
                days(departments),
                each(i -> new DepartmentCurve(code(i), name(i), days(1))),
                each(i ->
                        new Standing(i + 1, code(i), name(i), 500_000, total(), 12, score(total() / 5.0), score(2.4))),
                List.of(new FatalityGroup("F", "80+", 200, 50), new FatalityGroup("M", "0-9", 3, 1)),
                each(i -> new MonthCount(YearMonth.of(2020, 3 + i % 3), code(i), name(i), 10, 1, 8)),
                List.of(new SeverityGroup("20-29", "Leve", 90), new SeverityGroup("20-29", "", 10)),
                Stream.concat(Stream.of(delay("CO", "Colombia")), each(i -> delay(code(i), name(i))).stream())
                        .toList(),
                each(i -> new BedPressure(
                        code(i),
                        name(i),
                        i == 0 ? OptionalLong.of(400) : OptionalLong.empty(),
                        total(),
                        7,
                        i == 0 ? score(6.21) : OptionalDouble.empty(),
                        i == 0 ? score(0.02) : OptionalDouble.empty())),
                List.of(new ThousandthCase(code(0), name(0), FIRST.plusDays(60), 60)),
                model,
                model.isPresent() ? List.of(new Importance("age_years", 0.7)) : List.of(),
                Optional.of(new RowAccount(
                        List.of("2026-11-21T053018"), 0, 10_000 + refused, 10_000, refused, 0, rejected)),
                Optional.of(new MartAccount(Map.of("national_daily", 70L), 2020)),
                origins,
                queries);
    }

    /** Returns the number of all cases of one department: 0, 1, 2, … a day. */
    static long total() {
        return DAYS * (DAYS - 1) / 2;
    }

    private static List<Day> days(int scale) {
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            long soFar = (long) scale * i * (i + 1) / 2;
            days.add(new Day(FIRST.plusDays(i), (long) scale * i, i % 3, soFar, i / 2, score(scale * (i - 0.5))));
        }
        return days;
    }

    private static Delay delay(String code, String name) {
        return new Delay(code, name, Delay.Interval.SYMPTOMS_TO_DIAGNOSIS, 900, 3, score(10.5), score(9), score(18));
    }

    private <T> List<T> each(IntFunction<T> make) {
        return IntStream.range(0, departments).mapToObj(make).toList();
    }

    private static String code(int index) {
        return "%02d".formatted(index + 5);
    }

    private String name(int index) {
        return index == 0 ? firstName.orElse("Atlántico") : "Departamento " + index;
    }

    private static OptionalDouble score(double value) {
        return OptionalDouble.of(value);
    }
}
