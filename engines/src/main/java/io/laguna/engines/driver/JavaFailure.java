package io.laguna.engines.driver;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The exception that came out of a JVM's main method, as the JVM prints it. */
final class JavaFailure {
    private static final String MAIN = "Exception in thread \"main\" ";

    /** The beginning of the line by which Java names the cause of an exception. */
    static final String CAUSE = "Caused by: ";

    /** A class of SDK 1 that is not there; Glue's own classes are in a package like it. */
    private static final Pattern FIRST_SDK = Pattern.compile(
            "(NoClassDefFoundError|ClassNotFoundException): com[./]amazonaws[./](?!services[./]glue[./])");

    /** The advice to a job that wants SDK 1. Its clients take no endpoint from the environment, so they would call AWS. */
    static final String NO_FIRST_SDK =
            "The AWS SDK 1 for Java is not here. Use SDK 2 (software.amazon.awssdk), or give SDK 1"
                    + " by --jars and its clients AWS_ENDPOINT_URL by withEndpointConfiguration.";

    private JavaFailure() {}

    /** Returns the last such exception of a log, and its causes, without the frames of their stacks. */
    static Optional<String> in(List<String> lines) {
        int start = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(MAIN)) {
                start = i;
            }
        }
        if (start < 0) {
            return Optional.empty();
        }
        Stream<String> exception = Stream.of(lines.get(start).substring(MAIN.length()));
        Stream<String> message = lines.subList(start + 1, lines.size()).stream().takeWhile(line -> !isFrame(line));
        Stream<String> causes = lines.subList(start, lines.size()).stream().filter(line -> line.startsWith(CAUSE));
        String text = Stream.of(exception, message, causes)
                .flatMap(part -> part)
                .distinct()
                .collect(Collectors.joining("\n"));
        return Optional.of(FIRST_SDK.matcher(text).find() ? text + "\n" + NO_FIRST_SDK : text);
    }

    /** Tells whether a line is of the stack of a Java exception: {@code at …}, {@code ... 12 more}. */
    static boolean isFrame(String line) {
        return line.startsWith("\tat ") || line.startsWith("\t... ");
    }
}
