package io.laguna.redshift.sql.ddl;

import io.laguna.redshift.sql.statement.TableProperties;
import io.laguna.redshift.sql.statement.TableProperties.SortKey;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.SqlError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A reader that collects what is said of a table's distribution, order, encodings and backup. */
final class PropertiesReader {
    private static final Set<String> ENCODINGS = Set.of(
            "raw",
            "az64",
            "bytedict",
            "delta",
            "delta32k",
            "lzo",
            "mostly8",
            "mostly16",
            "mostly32",
            "runlength",
            "text255",
            "text32k",
            "zstd",
            "auto");

    private Optional<String> distribution = Optional.empty();
    private Optional<String> distributionKey = Optional.empty();
    private Optional<SortKey> sortKey = Optional.empty();
    private Optional<Boolean> backup = Optional.empty();
    private final List<String> sortColumns = new ArrayList<>();
    private final Map<String, String> encodings = new HashMap<>();

    /** Passes all properties of a table that come next. */
    void readAll(Cursor cursor) {
        while (read(cursor)) {
            // Each turn passes one.
        }
    }

    /** Passes one property of a table if one comes next. */
    boolean read(Cursor cursor) {
        int place = cursor.place();
        if (cursor.takes("backup")) {
            backup = Optional.of(yes(cursor));
        } else if (cursor.takes("diststyle")) {
            if (!cursor.peek().is("auto", "even", "key", "all")) {
                throw cursor.unexpected();
            }
            distribution = Optional.of(cursor.name().toUpperCase(Locale.ROOT));
        } else if (cursor.takes("distkey")) {
            distributionKey(cursor.peek().isParenthesis() ? column(Cursor.in(cursor.group())) : cursor.name(), place);
        } else if (cursor.sees("sortkey")
                || cursor.sees("compound", "sortkey")
                || cursor.sees("interleaved", "sortkey")) {
            sortKey = Optional.of(readSortKey(cursor));
        } else if (cursor.takes("encode")) {
            cursor.expect("auto");
        } else {
            return false;
        }
        return true;
    }

    /** Passes AUTO, NONE or the columns of a sort key. */
    private static SortKey readSortKey(Cursor cursor) {
        String style = cursor.takes("interleaved") ? "INTERLEAVED" : "COMPOUND";
        cursor.takes("compound");
        cursor.expect("sortkey");
        if (cursor.peek().is("auto", "none")) {
            return new SortKey(cursor.name().toUpperCase(Locale.ROOT), List.of());
        }
        Group group = cursor.group();
        return new SortKey(
                style,
                group.list().stream()
                        .map(item -> column(Cursor.in(group.withItems(item))))
                        .toList());
    }

    /** Passes a column of a key: its name, or the number of its place. */
    private static String column(Cursor cursor) {
        return cursor.peek().isOf(Kind.NUMBER) ? Long.toString(cursor.number()) : cursor.name();
    }

    /** Passes YES or NO. */
    static boolean yes(Cursor cursor) {
        boolean yes = cursor.takes("yes");
        if (!yes) {
            cursor.expect("no");
        }
        return yes;
    }

    static List<String> names(Group group) {
        return group.list().stream()
                .map(name -> Cursor.in(group.withItems(name)).name())
                .toList();
    }

    void distributionKey(String column, int place) {
        if (distributionKey.isPresent()) {
            throw SqlError.of("42601", "multiple DISTKEYs specified", place);
        }
        distributionKey = Optional.of(column);
    }

    void sortColumn(String column) {
        sortColumns.add(column);
    }

    /** Passes an encoding of a column. */
    void encoding(String column, Cursor cursor) {
        int place = cursor.place();
        String encoding = cursor.name();
        if (!ENCODINGS.contains(encoding)) {
            throw SqlError.of("42704", "invalid encoding type specified for column \"" + column + "\"", place);
        }
        encodings.put(column, encoding);
    }

    TableProperties properties() {
        Optional<SortKey> key = sortColumns.isEmpty() ? sortKey : Optional.of(new SortKey("COMPOUND", sortColumns));
        Optional<String> style =
                distribution.isEmpty() && distributionKey.isPresent() ? Optional.of("KEY") : distribution;
        return new TableProperties(style, distributionKey, key, encodings, backup);
    }
}
