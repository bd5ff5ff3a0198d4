package io.laguna.pipelines.covid.sample;

import io.laguna.pipelines.covid.ingest.CaseHeader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The generator as a command line program. */
public final class GenerateCases {
    private static final int WRONG_USAGE = 2;
    private static final int FAILED = 1;
    private static final String USAGE =
            """
            usage: GenerateCases --out FILE [--rows N] [--seed N] [--header CURRENT|SODA|JULY_2020|MAY_2020|INS]
                                 [--delivery N] [--added N]
              --rows      CSV records of the first delivery (100000)
              --seed      same seed, same bytes (1)
              --header    columns to tell the cases in (CURRENT)
              --delivery  1, or a later one that changes some of the rows before (1)
              --added     new rows of each later delivery (a fiftieth of --rows)""";
    private static final Set<String> OPTIONS = Set.of("--out", "--rows", "--seed", "--header", "--delivery", "--added");

    private GenerateCases() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs the command and returns the exit code: 0, 1 if the file cannot be written, 2 for wrong usage. */
    static int run(String... arguments) {
        CaseSample sample;
        Path out;
        try {
            Map<String, String> options = options(arguments);
            sample = sample(options);
            out = Path.of(options.get("--out"));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(USAGE);
            return WRONG_USAGE;
        }
        try {
            System.out.println(describe(new CaseGenerator(sample).writeTo(out, rows -> {})));
            return 0;
        } catch (IOException failure) {
            System.err.println(out + " cannot be written: " + failure);
            return FAILED;
        }
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("Unknown option, or one without a value: " + arguments[i]);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        if (!options.containsKey("--out")) {
            throw new IllegalArgumentException("--out is missing.");
        }
        return options;
    }

    private static CaseSample sample(Map<String, String> options) {
        long rows = Long.parseLong(options.getOrDefault("--rows", "100000"));
        int delivery = Integer.parseInt(options.getOrDefault("--delivery", "1"));
        long added = Long.parseLong(options.getOrDefault("--added", Long.toString(rows / 50)));
        return new CaseSample(
                rows,
                Long.parseLong(options.getOrDefault("--seed", "1")),
                CaseHeader.valueOf(options.getOrDefault("--header", "CURRENT")),
                delivery,
                added);
    }

    private static String describe(SampleFigures figures) {
        return "rows %d, bytes %d, cases %d, duplicates %d, rejected %d %s, changed %d, added %d%n%s%n%s"
                .formatted(
                        figures.rows(),
                        figures.bytes(),
                        figures.cases(),
                        figures.duplicates(),
                        figures.rejectedRows(),
                        new TreeMap<>(figures.rejected()),
                        figures.changed(),
                        figures.added(),
                        new TreeMap<>(figures.casesByOutcome()),
                        new TreeMap<>(figures.casesByDepartment()));
    }
}
