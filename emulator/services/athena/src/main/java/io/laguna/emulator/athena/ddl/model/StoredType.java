package io.laguna.emulator.athena.ddl.model;

import io.laguna.emulator.athena.ddl.words.Quoted;
import io.laguna.emulator.athena.ddl.words.Words;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;

/** The types as texts in the Data Catalog, which have no backticks. */
public final class StoredType {
    private StoredType() {}

    /**
     * Returns the type as a statement has to have it: members of structures stand in backticks where they need them.
     */
    public static String quoted(String type) {
        Words words = Words.of(type);
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String text = words.get(i).getText();
            boolean member = i + 1 < words.size() && words.get(i + 1).getType() == SqlBaseLexer.COLON;
            quoted.append(member && HiveIdentifiers.needBackticks(text) ? Quoted.hiveIdentifier(text) : text);
        }
        return quoted.toString();
    }

    /** Returns the type as DESCRIBE shows it for Iceberg's tables: {@code struct<a: int>}, {@code decimal(10, 2)}. */
    public static String iceberg(String type) {
        return type.replace(",", ", ").replace(":", ": ");
    }
}
