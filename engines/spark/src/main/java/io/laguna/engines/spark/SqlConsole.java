package io.laguna.engines.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import jline.console.ConsoleReader;

/**
 * The statements that are typed at {@code spark-sql}, or that come through a pipe. They are run as soon as a line ends with
 * a semicolon; the last one decides about the exit code, and a wrong one ends nothing, as with Spark.
 *
 * @see <a href="https://spark.apache.org/docs/3.5.5/sql-distributed-sql-engine-spark-sql-cli.html">The Spark SQL CLI</a>
 */
final class SqlConsole {
    private static final String PROMPT = "spark-sql (%s)> ";
    private static final Pattern END = Pattern.compile("(?i)\\s*(?:quit|exit)\\s*;?\\s*");

    private SqlConsole() {}

    /** A place that lines come from. */
    private interface Lines {
        /** Returns the next line, none at the end. */
        Optional<String> next(String prompt) throws IOException;
    }

    /** The way in which a script is run; tells whether all of it succeeded. */
    interface Scripts {
        boolean run(String script) throws IOException;
    }

    /**
     * Runs what is typed, up to the end of the input.
     *
     * @param database the current one
     */
    @SuppressWarnings("SystemConsoleNull") // It is null without a terminal on JDK 17, on which Spark runs.
    static boolean run(Supplier<String> database, Scripts scripts) throws IOException {
        boolean terminal = System.console() != null;
        Lines lines = terminal ? typed() : piped();
        Optional<String> line = lines.next(PROMPT.formatted(database.get()));
        if (line.isEmpty() && !terminal) {
            System.err.println("There is nobody to type statements, as in a step: use -e or -f");
            return false;
        }
        StringBuilder script = new StringBuilder();
        boolean succeeded = true;
        while (line.isPresent() && !(script.isEmpty() && END.matcher(line.get()).matches())) {
            script.append(line.get()).append('\n');
            if (line.get().stripTrailing().endsWith(";")) {
                succeeded = scripts.run(script.toString());
                script.setLength(0);
            }
            String prompt = PROMPT.formatted(database.get());
            line = lines.next(script.isEmpty() ? prompt : " ".repeat(prompt.length() - 2) + "> ");
        }
        return script.isEmpty() ? succeeded : scripts.run(script.toString());
    }

    private static Lines typed() throws IOException {
        ConsoleReader reader = new ConsoleReader();
        reader.setExpandEvents(false);
        return prompt -> Optional.ofNullable(reader.readLine(prompt));
    }

    private static Lines piped() {
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return prompt -> Optional.ofNullable(reader.readLine());
    }
}
