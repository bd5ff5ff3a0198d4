package io.laguna.engines.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The exception by which a Python program ended, taken apart.
 *
 * @param type its name without its module: {@code KeyError}
 * @param message the lines behind the name; those of Java's causes are among them
 * @param places where it happened, outermost first; those of exceptions that it followed come before
 */
public record PythonError(String type, List<String> message, List<Place> places) {
    private static final Pattern NAMED = Pattern.compile("(?:[A-Za-z_]\\w*\\.)*([A-Za-z_]\\w*)(?::\\s*(.*))?");
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    /** A line of a file of Python. */
    public record Place(String file, int line) {}

    public PythonError {
        message = List.copyOf(message);
        places = List.copyOf(places);
    }

    /**
     * Returns the exception at the end of a program's outputs, of which one may be missing.
     *
     * @param output where a driver has the standard error of its Python too
     */
    public static Optional<PythonError> in(Path output, Path error) {
        try {
            Optional<PythonFailure> printed = PythonFailure.in(lines(output));
            return (printed.isPresent() ? printed : PythonFailure.in(lines(error))).map(PythonError::of);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static PythonError of(PythonFailure failure) {
        List<PythonTraceback> all = failure.tracebacks();
        List<String> said = all.get(all.size() - 1).message();
        Matcher named = NAMED.matcher(said.get(0));
        boolean isNamed = named.matches();
        List<String> message = new ArrayList<>();
        String first = isNamed ? Optional.ofNullable(named.group(2)).orElse("") : said.get(0);
        if (!first.isEmpty()) {
            message.add(first);
        }
        message.addAll(said.subList(1, said.size()));
        return new PythonError(
                isNamed ? named.group(1) : "Exception",
                message,
                all.stream()
                        .flatMap(each -> each.frames().stream())
                        .flatMap(frame -> place(frame).stream())
                        .toList());
    }

    private static Optional<Place> place(PythonTraceback.Frame frame) {
        Matcher line = LINE.matcher(frame.place());
        return line.find() ? Optional.of(new Place(frame.file(), Integer.parseInt(line.group(1)))) : Optional.empty();
    }

    private static List<String> lines(Path log) throws IOException {
        return Files.exists(log) ? DriverLog.lastLines(log) : List.of();
    }
}
