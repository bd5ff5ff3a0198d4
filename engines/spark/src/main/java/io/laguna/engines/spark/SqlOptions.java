package io.laguna.engines.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of {@code spark-sql} that are not those of {@code spark-submit}.
 *
 * @param statements of {@code -e}
 * @param file of {@code -f}, a path of this machine or a URI
 * @param first files of {@code -i}, run before
 * @param hiveconf properties of Hadoop and Hive, and variables in statements
 * @param variables in statements: {@code ${name}}, {@code ${hivevar:name}}
 * @param silent no time taken
 */
record SqlOptions(
        Optional<String> statements,
        Optional<String> file,
        List<String> first,
        Map<String, String> hiveconf,
        Map<String, String> variables,
        Optional<String> database,
        boolean silent,
        boolean verbose) {
    static final String USAGE =
            """
            Usage: spark-sql [options of spark-submit] [options]
              -e <quoted-query-string>         SQL from command line
              -f <filename>                    SQL from files
              -i <filename>                    Initialization SQL file
                 --database <databasename>     Specify the database to use
              -d,--define <key=value>          Variable substitution, e.g. -d A=B or --define A=B
                 --hivevar <key=value>         Variable substitution
                 --hiveconf <property=value>   Use value for given property
              -S,--silent                      Silent mode
              -v,--verbose                     Verbose mode (echo executed SQL to the console)
              -H,--help                        Print help information
            """;

    SqlOptions {
        first = List.copyOf(first);
        hiveconf = Map.copyOf(hiveconf);
        variables = Map.copyOf(variables);
    }

    /**
     * Reads the words behind {@code spark-sql}.
     *
     * @throws IllegalArgumentException when an option is unknown or lacks its value
     */
    static SqlOptions of(List<String> words) {
        Optional<String> statements = Optional.empty();
        Optional<String> file = Optional.empty();
        List<String> first = new ArrayList<>();
        Map<String, String> hiveconf = new LinkedHashMap<>();
        Map<String, String> variables = new LinkedHashMap<>();
        Optional<String> database = Optional.empty();
        boolean silent = false;
        boolean verbose = false;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "-e" -> statements = Optional.of(value(option, rest));
                case "-f" -> file = Optional.of(value(option, rest));
                case "-i" -> first.add(value(option, rest));
                case "-d", "--define", "--hivevar" -> put(variables, value(option, rest));
                case "--hiveconf" -> put(hiveconf, value(option, rest));
                case "--database" -> database = Optional.of(value(option, rest));
                case "-S", "--silent" -> silent = true;
                case "-v", "--verbose" -> verbose = true;
                default -> throw new IllegalArgumentException("Unrecognized option: " + option);
            }
        }
        if (statements.isPresent() && file.isPresent()) {
            throw new IllegalArgumentException("The '-e' and '-f' options cannot be specified simultaneously");
        }
        return new SqlOptions(statements, file, first, hiveconf, variables, database, silent, verbose);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("Missing argument for option: " + option);
        }
        return rest.next();
    }

    private static void put(Map<String, String> to, String property) {
        int equals = property.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("Not key=value: " + property);
        }
        to.put(property.substring(0, equals), property.substring(equals + 1));
    }
}
