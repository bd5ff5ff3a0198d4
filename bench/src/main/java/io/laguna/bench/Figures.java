package io.laguna.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The results of a run: each is printed as soon as it is there, and all of them at the end as rows for the README. */
final class Figures {
    static final String LAGUNA = "Laguna";

    private static final String NONE = "";
    private static final String MISSING = "–";

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

    /** Adds the rates of several servers, Laguna's among them, which all have one. */
    void add(String what, String format, Map<String, Double> rates) {
        add(what, format, rates.keySet(), rates);
    }

    /**
     * Adds the rates of several servers, Laguna's among them. The ratio is to the best of the others. A dash stands for a
     * rate that a server does not have, and for a ratio that cannot be made.
     *
     * @param format of a rate: {@code %,.0f per second}
     * @param servers the names of all servers
     * @param rates by the name of the server
     */
    void add(String what, String format, Collection<String> servers, Map<String, Double> rates) {
        String others = servers.stream()
                .filter(server -> !server.equals(LAGUNA))
                .map(server -> server + ": " + text(format, rate(rates, server)))
                .collect(Collectors.joining("; "));
        Optional<Double> laguna = rate(rates, LAGUNA);
        Optional<Double> best = rates.entrySet().stream()
                .filter(rate -> !rate.getKey().equals(LAGUNA))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder());
        String ratio =
                laguna.flatMap(own -> best.map(other -> number(own / other))).orElse(MISSING);
        row(what, text(format, laguna), others, ratio);
    }

    private static Optional<Double> rate(Map<String, Double> rates, String server) {
        return Optional.ofNullable(rates.get(server));
    }

    private static String text(String format, Optional<Double> rate) {
        return rate.map(value -> String.format(Locale.ROOT, format, value)).orElse(MISSING);
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
