package io.laguna.apps.covid.report.section;

import io.laguna.apps.covid.report.chart.Figure;
import io.laguna.apps.covid.report.chart.HeatMap;
import io.laguna.apps.covid.report.finding.MonthCount;
import io.laguna.apps.covid.report.finding.Standing;
import io.laguna.apps.covid.report.markup.Node;
import io.laguna.apps.covid.report.markup.Table;
import io.laguna.apps.covid.report.words.Dates;
import io.laguna.apps.covid.report.words.Numbers;
import io.laguna.apps.covid.report.words.SpanishOrder;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The section on the epidemic month by month, for the country and across departments. */
public record MonthsSection(List<MonthCount> counts, List<Standing> ranking) implements Section {

    /** The number of months in view. Older months are folded away: the heat map shows them. */
    private static final int MONTHS_IN_VIEW = 12;

    @Override
    public String id() {
        return "months";
    }

    @Override
    public String title() {
        return "Month by month";
    }

    @Override
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    @Override
    public String whenEmpty() {
        return Section.missing("monthly_evolution");
    }

    @Override
    public List<Node> body() {
        List<YearMonth> reported =
                counts.stream().map(MonthCount::month).distinct().sorted().toList();
        List<YearMonth> months = Stream.iterate(
                        reported.get(0),
                        month -> !month.isAfter(reported.get(reported.size() - 1)),
                        month -> month.plusMonths(1))
                .toList();
        Figure map = new Figure(
                "New cases per 100" + Numbers.NARROW_SPACE + "000 inhabitants",
                "by month of report, a stronger colour for more; the first and the last month may be incomplete",
                List.of(),
                new HeatMap("New cases per 100,000 inhabitants by department and month", months, strips(months)));
        Table table = table(months);
        return List.of(
                months.size() > MONTHS_IN_VIEW ? table.folded("The country's months as a table") : table.render(),
                map.render());
    }

    private Table table(List<YearMonth> months) {
        Table table = Table.of("Month of report", "Cases", "Deaths", "Recovered", "Fatality");
        for (YearMonth month : months) {
            long cases = sum(month, MonthCount::cases);
            long deaths = sum(month, MonthCount::deaths);
            table.row(
                    "",
                    Dates.month(month),
                    Numbers.whole(cases),
                    Numbers.whole(deaths),
                    Numbers.whole(sum(month, MonthCount::recovered)),
                    Numbers.percent(deaths, cases, 1));
        }
        return table;
    }

    private long sum(YearMonth month, ToLongFunction<MonthCount> figure) {
        return counts.stream()
                .filter(count -> count.month().equals(month))
                .mapToLong(figure)
                .sum();
    }

    private List<HeatMap.Strip> strips(List<YearMonth> months) {
        Map<String, Long> populations =
                ranking.stream().collect(Collectors.toMap(Standing::code, Standing::population, (one, same) -> one));
        Map<String, String> names = new HashMap<>();
        Map<String, Map<YearMonth, Long>> cases = new HashMap<>();
        counts.forEach(count -> {
            names.put(count.code(), count.name());
            cases.computeIfAbsent(count.code(), code -> new HashMap<>()).merge(count.month(), count.cases(), Long::sum);
        });
        return names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(SpanishOrder.BY_NAME))
                .map(department -> new HeatMap.Strip(
                        department.getKey(),
                        department.getValue(),
                        months.stream()
                                .map(month -> rate(
                                        cases.get(department.getKey()).getOrDefault(month, 0L),
                                        populations.getOrDefault(department.getKey(), 0L)))
                                .toList()))
                .toList();
    }

    private static OptionalDouble rate(long cases, long population) {
        return population == 0 ? OptionalDouble.empty() : OptionalDouble.of(cases * 1e5 / population);
    }
}
