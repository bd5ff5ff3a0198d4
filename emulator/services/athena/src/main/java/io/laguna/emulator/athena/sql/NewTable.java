package io.laguna.emulator.athena.sql;

import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.words.Quoted;
import io.laguna.emulator.athena.engine.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that a query makes, with the SQL that makes it.
 *
 * @param sql for the engine
 * @param session its properties: {@code awsdatacatalog.compression_codec}
 * @param location of its files; an Iceberg table without one lies where its database says
 */
public record NewTable(EngineSql sql, Map<String, String> session, Optional<String> location) {
    /** The length that TableInput.Name may have: https://docs.aws.amazon.com/glue/latest/webapi/API_TableInput.html */
    private static final int LONGEST_NAME = 255;

    private static final String ICEBERG = "iceberg";
    /** A catalog of the engine's own, with the tables through which UNLOAD writes files. Nobody else sees them. */
    private static final String UNLOAD = "unload";

    /**
     * Returns the table of a {@code CREATE TABLE AS}.
     *
     * @param database of a name that gives none
     * @param defaultLocation of a table that gives none, with a slash at its end
     * @throws SyntaxFailure for a property that is not possible
     * @throws io.laguna.emulator.athena.ddl.model.StatementFailure for a name that is too long
     */
    public static NewTable of(Statement.TableAsSelect statement, String database, String defaultLocation) {
        TableProperties properties = new TableProperties(statement.properties());
        if (properties.isIceberg()) {
            Optional<String> location = properties.text("location");
            String head = head(statement, ICEBERG, database, properties.iceberg());
            return new NewTable(statement.tail().behind(head), Map.of(), location);
        }
        List<String> hive = new ArrayList<>(properties.hive());
        Optional<String> given = properties.text("external_location");
        if (given.isEmpty()) {
            hive.add("external_location = " + Quoted.text(defaultLocation));
        }
        return new NewTable(
                statement.tail().behind(head(statement, Session.CATALOG, database, hive)),
                codec(Session.CATALOG, properties),
                given.or(() -> Optional.of(defaultLocation)));
    }

    /**
     * Returns the table of an {@code UNLOAD}, which the engine forgets afterwards; its files stay.
     *
     * @param name of that table, used by nothing else
     * @throws SyntaxFailure for a property that is not possible
     */
    public static NewTable of(Statement.Unload statement, String name) {
        TableProperties properties = new TableProperties(statement.properties());
        if (properties.text("format").isEmpty()) {
            throw new SyntaxFailure("UNLOAD needs the property 'format': ORC, PARQUET, AVRO, JSON or TEXTFILE");
        }
        List<String> hive = new ArrayList<>(properties.hive());
        hive.add("external_location = " + Quoted.text(statement.location()));
        String head = "CREATE TABLE " + unloadTable(name) + " WITH (" + String.join(", ", hive) + ") AS";
        return new NewTable(
                statement.query().behind(head), codec(UNLOAD, properties), Optional.of(statement.location()));
    }

    /** Returns the SQL that makes the schema for the tables of {@link #of(Statement.Unload, String)}. */
    public static String unloadSchema() {
        return "CREATE SCHEMA IF NOT EXISTS " + UNLOAD + ".unload";
    }

    /** Returns the SQL by which the engine forgets a table; the table's files stay. */
    public static String forget(String name) {
        return "DROP TABLE IF EXISTS " + unloadTable(name);
    }

    private static String unloadTable(String name) {
        return UNLOAD + ".unload." + Quoted.identifier(name);
    }

    private static String head(
            Statement.TableAsSelect statement, String catalog, String database, List<String> properties) {
        TableName table = statement.table();
        if (table.name().length() > LONGEST_NAME) {
            // The engine's metastore takes longer names than the Data Catalog does.
            throw Failures.tooLong("table.name", table.name(), LONGEST_NAME);
        }
        return "CREATE TABLE " + (statement.ifNotExists() ? "IF NOT EXISTS " : "") + catalog + "."
                + Quoted.identifier(table.database().orElse(database)) + "." + Quoted.identifier(table.name())
                + " WITH ("
                + String.join(", ", properties) + ")";
    }

    private static Map<String, String> codec(String catalog, TableProperties properties) {
        return properties
                .compression()
                .map(codec -> Map.of(catalog + ".compression_codec", codec))
                .orElse(Map.of());
    }
}
