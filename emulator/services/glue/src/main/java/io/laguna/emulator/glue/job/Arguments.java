package io.laguna.emulator.glue.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The arguments of a run, by their names with dashes: the job's own, over which those of the run hold, over which those
 * hold that a run may not change.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-arguments.html">Job parameters</a>
 */
record Arguments(Map<String, String> values) {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern CONF = Pattern.compile("\\s+--conf\\s+");
    /** The modules of Glue Studio's transforms, which jobs take from buckets of AWS's own. */
    private static final Predicate<String> STUDIO = Pattern.compile(
                    "s3://aws-glue-studio-transforms-\\d{12}-prod-[a-z0-9-]+/gs_\\w+\\.py")
            .asMatchPredicate();

    static Arguments of(RunRecord run) {
        Map<String, String> all = new TreeMap<>(run.job().defaultArguments());
        all.putAll(run.run().arguments());
        all.putAll(run.job().nonOverridableArguments());
        return new Arguments(all);
    }

    /** Returns an argument that is there and says something. */
    Optional<String> value(Parameter parameter) {
        return Optional.ofNullable(values.get(parameter.text()))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    boolean isTrue(Parameter parameter) {
        return value(parameter).filter(Boolean::parseBoolean).isPresent();
    }

    /** Returns the parts of an argument that is a list with commas. */
    List<String> list(Parameter parameter) {
        return value(parameter).stream()
                .flatMap(COMMA::splitAsStream)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Returns the job's own libraries for Python; Glue Studio's are part of the runtime. */
    List<String> pythonFiles() {
        return list(Parameter.EXTRA_PY_FILES).stream().filter(STUDIO.negate()).toList();
    }

    /** Returns the words of {@code --conf}, each {@code key=value}: more than one stand behind each other in one value. */
    List<String> conf() {
        return value(Parameter.CONF).stream()
                .flatMap(CONF::splitAsStream)
                .map(String::strip)
                .toList();
    }

    /** Returns what a script finds in its arguments: all of these, and who it is. */
    List<String> words(RunRecord run) {
        List<String> words = new ArrayList<>();
        values.forEach((name, value) -> words.addAll(List.of(name, value)));
        words.addAll(List.of("--JOB_ID", run.jobId()));
        words.addAll(List.of("--JOB_RUN_ID", run.id()));
        words.addAll(List.of("--JOB_NAME", run.key().name()));
        return words;
    }

    /** Returns the parameters among the arguments that are for Glue itself. */
    Stream<Parameter> parameters() {
        return Stream.of(Parameter.values()).filter(parameter -> values.containsKey(parameter.text()));
    }
}
