package io.laguna.redshift.sql.external;

import io.laguna.redshift.sql.statement.ExternalChange;
import io.laguna.redshift.sql.statement.ExternalChange.Partition;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.SqlError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reader of ALTER TABLE for external tables.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE_external-table.html">ALTER EXTERNAL TABLE</a>
 */
public final class ChangeReader {
    private static final int MOST_PARTITIONS = 100;

    private ChangeReader() {}

    /** Reads a statement if its change is one of external tables; the cursor is after the words ALTER TABLE. */
    public static Optional<Statement> read(Cursor cursor) {
        int from = cursor.at();
        QualifiedName table = cursor.qualifiedName();
        Optional<ExternalChange> change = change(cursor);
        if (change.isPresent()) {
            cursor.expectEnd();
        } else {
            cursor.moveTo(from);
        }
        return change.map(each -> new Statement.AlterExternalTable(table, each));
    }

    private static Optional<ExternalChange> change(Cursor cursor) {
        if (cursor.takes("add", "if", "not", "exists")) {
            return Optional.of(added(cursor, true));
        }
        if (cursor.sees("add", "partition")) {
            cursor.next();
            return Optional.of(added(cursor, false));
        }
        if (cursor.takes("drop", "partition")) {
            return Optional.of(new ExternalChange.DropPartition(partition(cursor)));
        }
        if (cursor.takes("partition")) {
            Partition partition = partition(cursor);
            cursor.expect("set", "location");
            return Optional.of(new ExternalChange.SetLocation(Optional.of(partition), cursor.string()));
        }
        if (cursor.takes("set", "location")) {
            return Optional.of(new ExternalChange.SetLocation(Optional.empty(), cursor.string()));
        }
        if (cursor.takes("set", "file", "format")) {
            return Optional.of(new ExternalChange.SetFileFormat(TableReader.format(cursor)));
        }
        if (cursor.takes("set", "table", "properties")) {
            return Optional.of(new ExternalChange.SetProperties(TableReader.properties(cursor.group())));
        }
        return Optional.empty();
    }

    private static ExternalChange added(Cursor cursor, boolean ifNotExists) {
        int place = cursor.place();
        List<Partition> partitions = new ArrayList<>();
        while (cursor.takes("partition")) {
            Partition partition = partition(cursor);
            cursor.expect("location");
            partitions.add(new Partition(partition.values(), Optional.of(cursor.string())));
        }
        if (partitions.isEmpty()) {
            throw cursor.unexpected();
        }
        if (partitions.size() > MOST_PARTITIONS) {
            throw SqlError.unsupported(
                    "The number of partitions in one ALTER TABLE statement must not exceed " + MOST_PARTITIONS, place);
        }
        return new ExternalChange.AddPartitions(ifNotExists, partitions);
    }

    private static Partition partition(Cursor cursor) {
        Group group = cursor.group();
        Map<String, String> values = new LinkedHashMap<>();
        for (List<Node> item : group.list()) {
            Cursor each = new Cursor(item, group.close());
            String column = each.name();
            if (!each.takesSign("=")) {
                throw each.unexpected();
            }
            each.takes("date");
            values.put(
                    column, each.peek().isOf(Kind.NUMBER) ? each.next().first().text() : each.string());
            each.expectEnd();
        }
        return new Partition(values, Optional.empty());
    }
}
