package io.laguna.emulator.athena.ddl.model;

import io.laguna.emulator.athena.ddl.words.Words;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;

/**
 * The failures of DDL in Athena, most of them in Hive's words.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/error-reference.html">Athena error catalog</a>
 */
public final class Failures {
    private static final int METASTORE = 204;
    private static final int DDL_TASK = 1003;
    /**
     * The number of the catalog's "Syntax error", which Athena gives for every error that Hive finds before it does
     * anything.
     */
    private static final int SYNTAX = 1006;

    private static final int ARGUMENT = 1100;
    private static final int QUERY_NOT_SUPPORTED = 1200;
    private static final int QUERY_TYPE_NOT_SUPPORTED = 1202;
    private static final int NOT_FOUND = 1301;

    private static final String TASK =
            "FAILED: Execution Error, return code 1 from" + " org.apache.hadoop.hive.ql.exec.DDLTask. ";

    private Failures() {}

    /**
     * Makes the failure of a statement that cannot be read.
     *
     * @param where what was being read, for the end of the message: {@code " in column type"}
     */
    public static StatementFailure syntax(Words words, Token offending, String where) {
        int at = words.tokens().indexOf(offending);
        return syntax(words, at < 0 ? words.size() : at, where);
    }

    /**
     * Makes the failure of a statement that cannot be read.
     *
     * @param start the place of the offending word; behind the last one for the end
     */
    public static StatementFailure syntax(Words words, int start, String where) {
        boolean end = start == words.size();
        int line = 1;
        int column = 0;
        if (words.size() > 0) {
            Token token = words.get(end ? start - 1 : start);
            line = token.getLine();
            column = token.getCharPositionInLine() + (end ? token.getText().length() : 0);
        }
        String near = IntStream.range(start, start + 3)
                .filter(i -> i <= words.size())
                .mapToObj(i -> i < words.size() ? "'" + words.get(i).getText() + "'" : "'<EOF>'")
                .collect(Collectors.joining(" "));
        return new StatementFailure(
                "FAILED: ParseException line %d:%d cannot recognize input near %s%s"
                        .formatted(line, column, near, where),
                SYNTAX);
    }

    /**
     * Makes the failure of a statement that Athena does not take:
     * https://docs.aws.amazon.com/athena/latest/ug/unsupported-ddl.html
     */
    public static StatementFailure unsupported(String statement) {
        return new StatementFailure("Queries of this type are not supported: " + statement, QUERY_TYPE_NOT_SUPPORTED);
    }

    public static StatementFailure icebergUnsupported() {
        return new StatementFailure("Query type not supported by Athena Iceberg at this time", QUERY_NOT_SUPPORTED);
    }

    static StatementFailure icebergProperty(String key) {
        return new StatementFailure("Unsupported table property key: " + key, QUERY_NOT_SUPPORTED);
    }

    public static StatementFailure notImplemented(String what) {
        return new StatementFailure("Not implemented by Laguna: " + what, QUERY_NOT_SUPPORTED);
    }

    public static StatementFailure noTable(TableName table) {
        return semantic("[Error 10001]: Table not found " + table.asWritten());
    }

    public static StatementFailure noDatabase(String database) {
        return new StatementFailure(
                "FAILED: SemanticException [Error 10072]: Database does not exist: " + database, NOT_FOUND);
    }

    public static StatementFailure noColumn(String column) {
        return semantic("[Error 10002]: Invalid column reference " + column);
    }

    public static StatementFailure noPartition(PartitionSpec partition) {
        return semantic("[Error 10006]: Partition not found " + partition.asCondition());
    }

    static StatementFailure notPartitioned(Map<String, String> values) {
        return semantic("table is not partitioned but partition spec exists: " + values);
    }

    public static StatementFailure databaseExists(String database) {
        return new StatementFailure(TASK + "Database " + database + " already exists", SYNTAX);
    }

    public static StatementFailure tableExists(String table) {
        return exists("Table " + table + " already exists");
    }

    public static StatementFailure partitionExists(String partition) {
        return exists("Partition already exists: " + partition);
    }

    private static StatementFailure exists(String message) {
        return new StatementFailure(TASK + "AlreadyExistsException(message:" + message + ")", SYNTAX);
    }

    public static StatementFailure databaseNotEmpty(String database) {
        return task(
                "InvalidOperationException(message:Database " + database + " is not empty. One or more tables exist.)");
    }

    public static StatementFailure semantic(String message) {
        return new StatementFailure("FAILED: SemanticException " + message, SYNTAX);
    }

    public static StatementFailure task(String message) {
        return new StatementFailure(TASK + message, DDL_TASK);
    }

    /** Returns what the Data Catalog says of a text that is longer than its member may be. */
    public static StatementFailure tooLong(String member, String text, int longest) {
        return task("MetaException(message:1 validation error detected: Value '" + text + "' at '" + member
                + "' failed to satisfy constraint: Member must have length less than or equal to " + longest + ")");
    }

    public static StatementFailure metastore(String message) {
        return new StatementFailure(TASK + "MetaException(message:" + message + ")", METASTORE);
    }

    public static StatementFailure argument(String message) {
        return new StatementFailure(message, ARGUMENT);
    }
}
