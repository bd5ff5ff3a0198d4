package io.laguna.engines.jdbc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The answer that the process has written: a line for each thing, with encoded words between tabulators. */
final class JdbcAnswer {
    private String product = "";
    private final List<JdbcTable> tables = new ArrayList<>();
    private boolean isWhole;

    private JdbcAnswer() {}

    /**
     * Reads an answer.
     *
     * @throws JdbcFailure when the answer is one, or is not whole
     */
    static JdbcTables of(List<String> lines) {
        JdbcAnswer answer = new JdbcAnswer();
        lines.forEach(answer::read);
        if (!answer.isWhole) {
            throw new JdbcFailure("The process that reads the database ended without an answer.");
        }
        return new JdbcTables(answer.product, answer.tables);
    }

    private void read(String line) {
        List<String> words = Arrays.stream(line.split("\t", -1))
                .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                .toList();
        switch (words.get(0)) {
            case "product" -> product = words.get(1);
            case "table" -> tables.add(new JdbcTable(
                    words.get(1), words.get(2), words.get(3), words.get(4).equals("view"), words.get(5), List.of()));
            case "column" -> add(new JdbcTable.Column(
                    words.get(1),
                    Integer.parseInt(words.get(2)),
                    words.get(3),
                    Integer.parseInt(words.get(4)),
                    Integer.parseInt(words.get(5)),
                    words.get(6)));
            case "done" -> isWhole = true;
            case "failed" -> throw new JdbcFailure(words.get(1));
            default -> throw new JdbcFailure("The process that reads the database wrote: " + line);
        }
    }

    private void add(JdbcTable.Column column) {
        JdbcTable table = tables.remove(tables.size() - 1);
        List<JdbcTable.Column> columns = new ArrayList<>(table.columns());
        columns.add(column);
        tables.add(new JdbcTable(
                table.database(), table.schema(), table.name(), table.isView(), table.comment(), columns));
    }
}
