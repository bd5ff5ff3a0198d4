package io.laguna.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A case of {@code crawler-cases.txt}, whose head says how it is read.
 *
 * @param name of its folder, its database and its crawler
 */
record CrawlerCase(String name, boolean isQuick, List<Line> lines) {
    /**
     * A line of a case.
     *
     * @param content the lines behind it, of a file
     */
    record Line(String verb, String rest, String content) {
        /** Returns the first word behind the verb. */
        String first() {
            int space = rest.indexOf(' ');
            return space < 0 ? rest : rest.substring(0, space);
        }

        /** Returns what is behind the first word. */
        String second() {
            int space = rest.indexOf(' ');
            return space < 0 ? "" : rest.substring(space + 1);
        }
    }

    static List<CrawlerCase> all() throws IOException {
        List<CrawlerCase> cases = new ArrayList<>();
        List<String> text = new String(
                        CrawlerCase.class
                                .getResourceAsStream("crawler-cases.txt")
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .lines()
                .toList();
        for (int i = 0; i < text.size(); i++) {
            String line = text.get(i);
            if (line.startsWith("== ")) {
                String name = line.split(" ", 3)[1];
                cases.add(new CrawlerCase(name, line.endsWith(" quick"), new ArrayList<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                CrawlerCase current = cases.get(cases.size() - 1);
                String whole = line.replace("{case}", current.name());
                int space = whole.indexOf(' ');
                String verb = space < 0 ? whole : whole.substring(0, space);
                StringBuilder content = new StringBuilder();
                if (verb.equals("file") || verb.equals("gzip")) {
                    for (i++; !text.get(i).equals("end"); i++) {
                        content.append(text.get(i).replace("\\\"", "\\\\\"").translateEscapes())
                                .append('\n');
                    }
                }
                current.lines().add(new Line(verb, space < 0 ? "" : whole.substring(space + 1), content.toString()));
            }
        }
        return cases;
    }
}
