package io.laguna.duckdb.sql;

import io.laguna.duckdb.sql.Part.Kind;
import io.laguna.duckdb.sql.Part.Word;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The types of the columns that a query may name. */
@FunctionalInterface
public interface ColumnTypes {
    /** Returns the type of a column of this name, if all columns of this name have the same. */
    Optional<String> find(String column) throws SQLException;

    /** Returns the type of an expression that is a column's name alone. */
    default Optional<String> type(List<?> expression) throws SQLException {
        boolean isName = !expression.isEmpty()
                && expression.size() <= 3
                && expression.get(expression.size() - 1) instanceof Word word
                && (word.kind() == Kind.NAME || word.kind() == Kind.QUOTED);
        return isName ? find(((Word) expression.get(expression.size() - 1)).name()) : Optional.empty();
    }
}
