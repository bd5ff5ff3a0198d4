package io.laguna.emulator.athena.ddl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A statement and its expected outcome, from ddl-statements.txt.
 *
 * @param objects that are put into the bucket before the statement
 */
record StatementExample(String sentence, List<String> objects, String statement, List<String> expected) {
    private static final String FILE = "/io/laguna/emulator/athena/ddl-statements.txt";

    static List<StatementExample> all() throws IOException {
        String text;
        try (InputStream file = Objects.requireNonNull(StatementExample.class.getResourceAsStream(FILE), FILE)) {
            text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<StatementExample> examples = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : (text + "\n\n").split("\n", -1)) {
            if (!line.isEmpty()) {
                block.add(line);
            } else if (!block.isEmpty()) {
                if (block.stream().anyMatch("---"::equals)) {
                    examples.add(of(block));
                }
                block.clear();
            }
        }
        return examples;
    }

    private static StatementExample of(List<String> block) {
        int end = block.indexOf("---");
        List<String> above = block.subList(1, end);
        return new StatementExample(
                block.get(0).substring(2),
                above.stream()
                        .filter(line -> line.startsWith("+ "))
                        .map(line -> line.substring(2))
                        .toList(),
                String.join(
                        "\n",
                        above.stream().filter(line -> !line.startsWith("+ ")).toList()),
                List.copyOf(block.subList(end + 1, block.size())));
    }
}
