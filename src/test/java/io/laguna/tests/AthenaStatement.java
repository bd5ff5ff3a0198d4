package io.laguna.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement and its expected outcome, from athena-statements.txt.
 *
 * @param objects that are put into the bucket before the statement, by their keys
 */
record AthenaStatement(
        String sentence, Map<String, byte[]> objects, List<String> parameters, String sql, List<String> expected) {
    private static final String FILE = "athena-statements.txt";
    private static final String OBJECT = "+ ";
    private static final String PARAMETER = "? ";
    private static final String BASE64 = "base64 ";
    private static final Set<String> QUESTIONS = Set.of("SELECT", "WITH", "VALUES", "SHOW", "DESCRIBE", "EXPLAIN");

    static List<AthenaStatement> all() throws IOException {
        String text;
        try (InputStream file = Objects.requireNonNull(AthenaStatement.class.getResourceAsStream(FILE), FILE)) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        return Stream.of(text.split("\n\n+", -1))
                .map(block -> List.of(block.strip().split("\n", -1)))
                .filter(block -> block.contains("---"))
                .map(AthenaStatement::of)
                .toList();
    }

    /** Tells whether the statement changes nothing, so that others may run at the same time. */
    boolean onlyAsks() {
        return objects.isEmpty() && QUESTIONS.contains(sql.split("\\s", 2)[0]);
    }

    /** Tells whether an outcome is the expected one, where an ellipsis stands for anything. */
    boolean isExpected(List<String> outcome) {
        String pattern = Stream.of(String.join("\n", expected).split("…", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(String.join("\n", outcome))
                .matches();
    }

    private static AthenaStatement of(List<String> block) {
        int end = block.indexOf("---");
        Map<String, byte[]> objects = new LinkedHashMap<>();
        List<String> parameters = new ArrayList<>();
        List<String> sql = new ArrayList<>();
        for (String line : block.subList(1, end)) {
            if (line.startsWith(OBJECT)) {
                String[] object = line.substring(OBJECT.length()).split(" ", 2);
                objects.put(object[0], content(object[1]));
            } else if (line.startsWith(PARAMETER)) {
                parameters.add(line.substring(PARAMETER.length()));
            } else {
                sql.add(line);
            }
        }
        return new AthenaStatement(
                block.get(0).substring(2),
                objects,
                parameters,
                String.join("\n", sql),
                List.copyOf(block.subList(end + 1, block.size())));
    }

    private static byte[] content(String written) {
        return written.startsWith(BASE64)
                ? Base64.getDecoder().decode(written.substring(BASE64.length()))
                : written.translateEscapes().getBytes(StandardCharsets.UTF_8);
    }
}
