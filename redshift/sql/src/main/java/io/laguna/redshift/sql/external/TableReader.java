package io.laguna.redshift.sql.external;

import io.laguna.redshift.sql.query.Columns;
import io.laguna.redshift.sql.query.Queries;
import io.laguna.redshift.sql.statement.ExternalColumn;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.statement.Storage;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.Rewritten;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The reader of CREATE EXTERNAL TABLE and CREATE EXTERNAL TABLE … AS.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_EXTERNAL_TABLE.html">CREATE EXTERNAL TABLE</a>
 */
public final class TableReader {
    private static final List<String> FORMATS = List.of("PARQUET", "RCFILE", "SEQUENCEFILE", "TEXTFILE", "ORC", "AVRO");

    private final Cursor cursor;
    private Optional<String> rowFormat = Optional.empty();
    private final Map<String, String> rowProperties = new HashMap<>();
    private Optional<String> storedAs = Optional.empty();
    private Optional<String> location = Optional.empty();
    private Map<String, String> properties = Map.of();
    private List<ExternalColumn> partitions = List.of();

    private TableReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a statement; the cursor is after the words CREATE EXTERNAL TABLE. */
    public static Statement read(Cursor cursor, Token end, Columns catalog) {
        return new TableReader(cursor).read(end, catalog);
    }

    private Statement read(Token end, Columns catalog) {
        QualifiedName table = cursor.qualifiedName();
        List<ExternalColumn> columns =
                cursor.maybeGroup().map(TableReader::columns).orElse(List.of());
        Optional<Rewritten> query = Optional.empty();
        while (!cursor.ended() && query.isEmpty()) {
            if (cursor.takes("as")) {
                query = Optional.of(Printer.print(Pieces.trimmed(Queries.rewrite(cursor.rest(), end, catalog))));
            } else {
                option();
            }
        }
        if (query.isEmpty() && columns.isEmpty()) {
            throw SqlError.near(end);
        }
        Storage storage = new Storage(
                rowFormat,
                rowProperties,
                storedAs.orElse("TEXTFILE"),
                location.orElseThrow(() -> SqlError.near(end)),
                properties);
        return new Statement.CreateExternalTable(table, columns, partitions, storage, query);
    }

    private void option() {
        if (cursor.takes("partitioned", "by")) {
            partitions = columns(cursor.group());
        } else if (cursor.takes("row", "format")) {
            rowFormat();
        } else if (cursor.takes("stored", "as")) {
            storedAs = Optional.of(format(cursor));
        } else if (cursor.takes("location")) {
            location = Optional.of(cursor.string());
        } else if (cursor.takes("table", "properties") || cursor.takes("tblproperties")) {
            properties = properties(cursor.group());
        } else {
            throw cursor.unexpected();
        }
    }

    private void rowFormat() {
        if (cursor.takes("serde")) {
            rowFormat = Optional.of(cursor.string());
            if (cursor.takes("with", "serdeproperties")) {
                rowProperties.putAll(properties(cursor.group()));
            }
            return;
        }
        cursor.expect("delimited");
        rowFormat = Optional.of("delimited");
        while (cursor.peek().is("fields", "lines", "collection", "map", "null", "escaped")) {
            String kind = ((Token) cursor.next()).word();
            if (kind.equals("null")) {
                cursor.expect("defined", "as");
                rowProperties.put("null defined as", cursor.string());
                continue;
            }
            if (kind.equals("collection")) {
                cursor.expect("items");
            } else if (kind.equals("map")) {
                cursor.expect("keys");
            }
            if (!kind.equals("escaped")) {
                cursor.expect("terminated");
            }
            cursor.expect("by");
            rowProperties.put(kind + (kind.equals("escaped") ? " by" : " terminated by"), cursor.string());
        }
    }

    /** Passes a format: a name, or the classes that read and write it. */
    static String format(Cursor cursor) {
        if (cursor.takes("inputformat")) {
            String input = cursor.string();
            cursor.expect("outputformat");
            return input + "," + cursor.string();
        }
        int place = cursor.place();
        String name = cursor.name().toUpperCase(Locale.ROOT);
        if (!FORMATS.contains(name)) {
            throw SqlError.syntax("syntax error at or near \"" + name.toLowerCase(Locale.ROOT) + "\"", place);
        }
        return name;
    }

    /** Returns properties: {@code ('a'='b', …)}. */
    static Map<String, String> properties(Group group) {
        Map<String, String> properties = new HashMap<>();
        for (List<Node> item : group.list()) {
            Cursor each = new Cursor(item, group.close());
            String key = each.string();
            if (!each.takesSign("=")) {
                throw each.unexpected();
            }
            properties.put(key, each.string());
            each.expectEnd();
        }
        return properties;
    }

    /** Returns columns with their types; angle brackets of nested types may hold commas. */
    private static List<ExternalColumn> columns(Group group) {
        List<ExternalColumn> columns = new ArrayList<>();
        int depth = 0;
        List<Node> column = new ArrayList<>();
        for (Node node : group.items()) {
            String sign = node instanceof Token token ? token.text() : "";
            depth += (int) sign.chars().filter(c -> c == '<').count();
            depth -= (int) sign.chars().filter(c -> c == '>').count();
            if (depth == 0 && node.isSign(",")) {
                columns.add(column(column, group));
                column.clear();
            } else {
                column.add(node);
            }
        }
        columns.add(column(column, group));
        return List.copyOf(columns);
    }

    private static ExternalColumn column(List<Node> nodes, Group group) {
        Cursor cursor = new Cursor(nodes, group.close());
        String name = cursor.name();
        String type = Printer.text(cursor.rest()).toLowerCase(Locale.ROOT);
        // A column of a table that is written by a query has no type.
        return new ExternalColumn(
                name, type.replaceAll("\\s*([<>(),:])\\s*", "$1").replaceAll("\\s+", " "));
    }
}
