package io.laguna.glue.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A case of a table: its name, and the text that its code has to come to. */
record Case(String name, String expected) {

    /** Reads a table, whose form {@code run_cases.py} describes. */
    static List<Case> read(Path table) throws IOException {
        List<Case> cases = new ArrayList<>();
        String name = "";
        List<String> expected = new ArrayList<>();
        boolean reading = false;
        for (String line : Files.readAllLines(table)) {
            if (line.startsWith("# ")) {
                add(cases, name, expected);
                name = line.substring(2).strip();
                reading = false;
            } else if (line.equals("=>")) {
                reading = true;
            } else if (reading && !line.isBlank()) {
                expected.add(line);
            }
        }
        add(cases, name, expected);
        return cases;
    }

    private static void add(List<Case> cases, String name, List<String> expected) {
        if (!name.isEmpty()) {
            cases.add(new Case(name, String.join("\n", expected)));
        }
        expected.clear();
    }
}
