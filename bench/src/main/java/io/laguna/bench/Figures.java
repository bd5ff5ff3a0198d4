package io.laguna.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The results of a run: each is printed as soon as it is there, and all of them at the end as rows for the README. */
final class Figures {
    static final String LAGUNA = "Laguna";

    private static final String NONE = "";

    private final List<String> rows = new ArrayList<>();

    /** Says what the run is doing. */
    void progress(String what) {
        System.out.println("  … " + what);
    }

    /** Adds a figure that has nothing beside it. */
    void add(String what, String value) {
        add(what, value, NONE);
    }

    /** Adds figures that no ratio is made of. */
    void add(String what, String laguna, String others) {
        row(what, laguna, others, NONE);
    }

    /** Adds what Laguna and another have taken, with their ratio. */
    void add(String what, String laguna, String other, double ratio) {
        row(what, laguna, other, number(ratio));
    }

    /**
     * Adds the rates of several servers, Laguna's among them. The ratio is to the best of the others.
     *
     * @param format of a rate: {@code %,.0f per second}
     */
    void add(String what, String format, Map<String, Double> rates) {
        String others = rates.entrySet().stream()
                .filter(rate -> !rate.getKey().equals(LAGUNA))
                .map(rate -> rate.getKey() + ": " + String.format(Locale.ROOT, format, rate.getValue()))
                .collect(Collectors.joining("; "));
        double best = rates.entrySet().stream()
                .filter(rate -> !rate.getKey().equals(LAGUNA))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElseThrow();
        double laguna = rates.get(LAGUNA);
        row(what, String.format(Locale.ROOT, format, laguna), others, number(laguna / best));
    }

    /** Prints the table. */
    void print() {
        System.out.println("\n| | Laguna | beside it | ratio |\n|---|---|---|---|");
        rows.forEach(System.out::println);
    }

    static double median(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String number(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private void row(String... cells) {
        String row = Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |"));
        rows.add(row);
        System.out.println(row);
    }
}
