package io.laguna.apps.lake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The arguments a job takes: {@code --name value} and switches. Immutable; each method returns a longer usage.
 *
 * @param job name of the job, as shown to the user
 * @param options in the order in which they are shown
 * @param choices what has to be chosen between
 */
public record Usage(String job, List<Option> options, List<Choice> choices) {

    /** Exit code of a job that was called with arguments it does not take. */
    public static final int EXIT_CODE = 2;

    private enum Kind {
        REQUIRED,
        OPTIONAL,
        REPEATED,
        SWITCH
    }

    private record Option(String name, String value, Kind kind) {

        @Override
        public String toString() {
            return switch (kind) {
                case REQUIRED -> "--" + name + " " + value;
                case OPTIONAL -> "[--" + name + " " + value + "]";
                case REPEATED -> "[--" + name + " " + value + "]...";
                case SWITCH -> "[--" + name + "]";
            };
        }
    }

    private record Choice(String one, String other) {}

    public Usage {
        options = List.copyOf(options);
        choices = List.copyOf(choices);
    }

    public static Usage of(String job) {
        return new Usage(job, List.of(), List.of());
    }

    /** Adds {@code --name value}, which must be given; {@code value} is what the usage shows in its place. */
    public Usage required(String name, String value) {
        return with(new Option(name, value, Kind.REQUIRED));
    }

    /** Adds {@code --name value}, which may be left out. */
    public Usage optional(String name, String value) {
        return with(new Option(name, value, Kind.OPTIONAL));
    }

    /** Adds {@code --name value}, which may be given any number of times. */
    public Usage repeated(String name, String value) {
        return with(new Option(name, value, Kind.REPEATED));
    }

    /** Adds a choice: of two arguments that may be left out, exactly one must be given. */
    public Usage eitherOr(String one, String other) {
        List<Choice> more = new ArrayList<>(choices);
        more.add(new Choice(one, other));
        return new Usage(job, options, more);
    }

    /** Adds {@code --name}, which is either there or not. */
    public Usage flag(String name) {
        return with(new Option(name, "", Kind.SWITCH));
    }

    /**
     * Reads the arguments of one call.
     *
     * @throws UsageException for an unknown, repeated or missing argument, or one without its value
     */
    public Arguments parse(String... args) {
        Map<String, List<String>> values = new HashMap<>();
        Set<String> switches = new HashSet<>();
        for (int i = 0; i < args.length; i++) {
            Option option = known(args[i]);
            boolean isNew;
            if (option.kind() == Kind.SWITCH) {
                isNew = switches.add(option.name());
            } else {
                i++;
                if (i == args.length || args[i].startsWith("--")) {
                    throw misuse("--" + option.name() + " needs a value.");
                }
                List<String> given = values.computeIfAbsent(option.name(), name -> new ArrayList<>());
                isNew = given.isEmpty() || option.kind() == Kind.REPEATED;
                given.add(args[i]);
            }
            if (!isNew) {
                throw misuse("--" + option.name() + " is given twice.");
            }
        }
        for (Option option : options) {
            if (option.kind() == Kind.REQUIRED && !values.containsKey(option.name())) {
                throw misuse("--" + option.name() + " is missing.");
            }
        }
        for (Choice choice : choices) {
            if (values.containsKey(choice.one()) == values.containsKey(choice.other())) {
                throw misuse("Either --" + choice.one() + " or --" + choice.other() + " has to be given.");
            }
        }
        return new Arguments(values, switches);
    }

    /**
     * Reads the arguments as {@link #parse} does, for a job's main: a wrong use is told on standard error and ends the
     * JVM with {@link #EXIT_CODE}.
     */
    public Arguments parseOrExit(String... args) {
        try {
            return parse(args);
        } catch (UsageException misuse) {
            System.err.println(misuse.getMessage());
            System.exit(EXIT_CODE);
            throw misuse;
        }
    }

    @Override
    public String toString() {
        return options.stream().map(Option::toString).collect(Collectors.joining(" ", "Usage: " + job + " ", ""));
    }

    private Option known(String argument) {
        Optional<Option> option = options.stream()
                .filter(candidate -> argument.equals("--" + candidate.name()))
                .findFirst();
        return option.orElseThrow(() -> misuse("Unknown argument '" + argument + "'."));
    }

    private UsageException misuse(String problem) {
        return new UsageException(problem, toString());
    }

    private Usage with(Option option) {
        List<Option> longer = new ArrayList<>(options);
        longer.add(option);
        return new Usage(job, longer, choices);
    }
}
