package io.laguna.emulator.athena.ddl.text;

import io.laguna.emulator.athena.ddl.model.CatalogStatement.Answer;
import io.laguna.emulator.athena.result.ColumnInfos;
import java.util.Arrays;
import java.util.List;

/** The answers that Athena gives for SHOW and DESCRIBE: one text in each row, whatever the number of columns. */
public final class Answers {
    private Answers() {}

    public static Answer texts(List<String> rows, String... columns) {
        return answer(rows, "string", columns);
    }

    /** Returns an answer that Athena's engine gives itself. */
    public static Answer engineTexts(List<String> rows, String... columns) {
        return answer(rows, "varchar", columns);
    }

    private static Answer answer(List<String> rows, String type, String... columns) {
        return new Answer(
                Arrays.stream(columns).map(name -> ColumnInfos.text(name, type)).toList(),
                rows.stream().map(List::of).toList());
    }
}
