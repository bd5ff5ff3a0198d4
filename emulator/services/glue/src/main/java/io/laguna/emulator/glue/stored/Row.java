package io.laguna.emulator.glue.stored;

import io.trino.hive.thrift.metastore.FieldSchema;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row of one of the {@link Queries}, in the types of the metastore's own client. */
record Row(ResultSet columns) {
    private static final String[] NONE = {};
    private static final String[][] NO_LISTS = {};

    Optional<String> text(String column) throws SQLException {
        return Optional.ofNullable(columns.getString(column));
    }

    /** Reads a column that is never null. */
    String required(String column) throws SQLException {
        return columns.getString(column);
    }

    /** Reads a number as the metastore's client has it, whose type is smaller than that of the database. */
    int number(String column) throws SQLException {
        return (int) columns.getLong(column);
    }

    boolean flag(String column) throws SQLException {
        return columns.getBoolean(column);
    }

    List<String> list(String column) throws SQLException {
        return new ArrayList<>(Arrays.asList(array(column, NONE)));
    }

    /** Reads an array of arrays of the same length. */
    String[][] lists(String column) throws SQLException {
        return array(column, NO_LISTS);
    }

    /** Reads parameters. The metastore's client never sees one without a value. */
    Map<String, String> parameters(String column) throws SQLException {
        Map<String, String> parameters = new HashMap<>();
        for (String[] parameter : lists(column)) {
            Optional.ofNullable(parameter[1]).ifPresent(value -> parameters.put(parameter[0], value));
        }
        return parameters;
    }

    List<FieldSchema> fields(String column) throws SQLException {
        String[][] all = lists(column);
        List<FieldSchema> fields = new ArrayList<>(all.length);
        for (String[] field : all) {
            fields.add(new FieldSchema(field[0], field[1], field[2]));
        }
        return fields;
    }

    /** Reads an array. PostgreSQL aggregates no rows to null, and {@code none} stands for that. */
    @SuppressWarnings("unchecked") // The type of the array that stands for none is that of the column.
    private <T> T array(String column, T none) throws SQLException {
        Array array = columns.getArray(column);
        return array == null ? none : (T) array.getArray();
    }
}
