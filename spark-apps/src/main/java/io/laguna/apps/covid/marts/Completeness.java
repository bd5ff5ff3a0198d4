package io.laguna.apps.covid.marts;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The check that every case finds its department, once, and every department its population: the join of the cases with
 * the reference tables then neither loses nor doubles a row.
 */
record Completeness(List<CaseTotal> cases, List<Population> populations, int year) {

    /**
     * Checks it.
     *
     * @throws IllegalStateException names every department and every count that is off
     */
    void check() {
        String faults = Stream.of(noCase(), undated(), unknown(), unpopulated(), repeated())
                .flatMap(Optional::stream)
                .collect(joining(" "));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("No mart was built. " + faults);
        }
    }

    private Optional<String> noCase() {
        return cases.isEmpty() ? Optional.of("trusted.cases holds no case. Run CleanCases first.") : Optional.empty();
    }

    private Optional<String> undated() {
        long undated = cases.stream().mapToLong(CaseTotal::undated).sum();
        return undated > 0
                ? Optional.of(count(undated) + " in trusted.cases without a report_date.")
                : Optional.empty();
    }

    private Optional<String> unknown() {
        List<String> known =
                populations.stream().map(Population::departmentCode).toList();
        Stream<String> unknown = cases.stream()
                .filter(total -> total.departmentCode().filter(known::contains).isEmpty())
                .map(total -> total.departmentCode().orElse("none") + " (" + count(total.cases()) + ")");
        return list(unknown)
                .map(codes -> "Department codes of trusted.cases that raw.department lacks: " + codes + ".");
    }

    private Optional<String> unpopulated() {
        Map<String, Long> casesByCode = cases.stream()
                .filter(total -> total.departmentCode().isPresent())
                .collect(toMap(total -> total.departmentCode().orElseThrow(), CaseTotal::cases));
        Stream<String> unpopulated = populations.stream()
                .filter(population -> population.inhabitants().orElse(0) <= 0)
                .map(population -> "%s (code %s, %s)"
                        .formatted(
                                population.department(),
                                population.departmentCode(),
                                count(casesByCode.getOrDefault(population.departmentCode(), 0L))));
        return list(unpopulated)
                .map(departments -> "Departments without a population of " + year
                        + " (sex T, age_band T) in raw.population: " + departments
                        + ". Complete the source's table population, or choose another --population-year.");
    }

    private Optional<String> repeated() {
        Map<String, Long> rows =
                populations.stream().collect(groupingBy(Population::departmentCode, TreeMap::new, counting()));
        Stream<String> repeated =
                rows.entrySet().stream().filter(entry -> entry.getValue() > 1).map(Map.Entry::getKey);
        return list(repeated)
                .map(codes -> "Departments more than once in raw.department or raw.population: " + codes + ".");
    }

    private static Optional<String> list(Stream<String> items) {
        return Optional.of(items.sorted().collect(joining(", "))).filter(list -> !list.isEmpty());
    }

    private static String count(long cases) {
        return cases == 1 ? "1 case" : cases + " cases";
    }
}
