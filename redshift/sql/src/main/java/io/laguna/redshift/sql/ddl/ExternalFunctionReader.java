package io.laguna.redshift.sql.ddl;

import io.laguna.redshift.sql.load.CredentialsReader;
import io.laguna.redshift.sql.statement.Credentials;
import io.laguna.redshift.sql.statement.ExternalFunction;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The reader of CREATE EXTERNAL FUNCTION: a function that AWS Lambda computes. Its options may come in any order, and its
 * parameters may have names, as in AWS's own samples.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_EXTERNAL_FUNCTION.html">CREATE EXTERNAL FUNCTION</a>
 */
public final class ExternalFunctionReader {
    /** The types that "the input and return data types for Lambda UDFs can be", with their aliases. */
    private static final Set<String> TYPES = Set.of(
            "smallint",
            "int2",
            "integer",
            "int",
            "int4",
            "bigint",
            "int8",
            "decimal",
            "numeric",
            "dec",
            "real",
            "float4",
            "double precision",
            "float8",
            "float",
            "char",
            "character",
            "nchar",
            "bpchar",
            "varchar",
            "character varying",
            "char varying",
            "nvarchar",
            "nchar varying",
            "text",
            "boolean",
            "bool",
            "date",
            "timestamp",
            "datetime");

    private static final long KILOBYTE = 1024;
    private static final long LARGEST_BATCH = 5 * KILOBYTE * KILOBYTE;

    private final Cursor cursor;
    private Optional<Node> volatility = Optional.empty();
    private Optional<String> lambda = Optional.empty();
    private Optional<Credentials> role = Optional.empty();
    private long retryTimeout = 20_000;
    private long batchRows = Integer.MAX_VALUE;
    private long batchBytes = LARGEST_BATCH;

    private ExternalFunctionReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a statement; the cursor is after the word FUNCTION. */
    public static Statement read(Cursor cursor) {
        return new ExternalFunctionReader(cursor).read();
    }

    private Statement read() {
        List<Node> all = new ArrayList<>(cursor.all());
        boolean replaces = all.get(1).is("or");
        int name = cursor.at();
        cursor.qualifiedName();
        List<Node> named = cursor.between(name, cursor.at());
        Group parameters = cursor.group();
        List<List<Node>> types = new ArrayList<>();
        for (List<Node> parameter : parameters.list()) {
            types.add(type(parameter, parameters));
        }
        cursor.expect("returns");
        List<Node> returned = type(cursor);
        while (!cursor.ended()) {
            option();
        }
        if (lambda.isEmpty() || role.isEmpty()) {
            throw cursor.unexpected();
        }
        Pieces sql = Pieces.insteadOf(all.get(0))
                .text(replaces ? "CREATE OR REPLACE FUNCTION" : "CREATE FUNCTION")
                .nodes(named)
                .node(parameters.withItems(RoutineParameter.joined(types, parameters.close())))
                .text(" RETURNS")
                .nodes(returned);
        sql.text(" " + volatility.map(node -> node.first().text()).orElse("VOLATILE") + " LANGUAGE exfunc AS ");
        return new Statement.CreateExternalFunction(
                Printer.print(sql.list()),
                types.size(),
                new ExternalFunction(lambda.get(), role.get(), retryTimeout, batchRows, batchBytes));
    }

    private static List<Node> type(List<Node> parameter, Group parameters) {
        Cursor one = new Cursor(parameter, parameters.close());
        boolean named = one.peek().isName()
                && one.peek(1).isName()
                && !one.sees("double", "precision")
                && !one.peek(1).is("varying", "with", "without");
        if (named) {
            one.next();
        }
        List<Node> type = type(one);
        one.expectEnd();
        return type;
    }

    private static List<Node> type(Cursor cursor) {
        SqlType type = SqlType.read(cursor);
        if (type.array() || !TYPES.contains(type.name())) {
            throw SqlError.unsupported(
                    "Type \"" + type.name() + "\" is not supported for external functions",
                    type.nodes().get(0).first().place());
        }
        return type.ofValue();
    }

    private void option() {
        int place = cursor.place();
        if (cursor.peek().is("volatile", "stable", "immutable")) {
            volatility = Optional.of(cursor.next());
        } else if (cursor.takes("lambda")) {
            lambda = Optional.of(cursor.string());
        } else if (cursor.sees("iam_role")) {
            role = CredentialsReader.read(cursor);
        } else if (cursor.takes("retry_timeout")) {
            retryTimeout = inRange("RETRY_TIMEOUT", cursor.number(), 0, Integer.MAX_VALUE, place);
        } else if (cursor.takes("max_batch_rows")) {
            batchRows = inRange("MAX_BATCH_ROWS", cursor.number(), 1, Integer.MAX_VALUE, place);
        } else if (cursor.takes("max_batch_size")) {
            long size = cursor.number();
            boolean mega = cursor.takes("mb");
            if (!mega) {
                cursor.takes("kb");
            }
            long most = mega ? LARGEST_BATCH / KILOBYTE / KILOBYTE : LARGEST_BATCH / KILOBYTE;
            batchBytes = inRange("MAX_BATCH_SIZE", size, 1, most, place) * (mega ? KILOBYTE * KILOBYTE : KILOBYTE);
        } else if (cursor.sees("sagemaker")) {
            throw SqlError.unsupported("CREATE EXTERNAL FUNCTION … SAGEMAKER is not implemented by Laguna", place);
        } else {
            throw cursor.unexpected();
        }
    }

    private static long inRange(String option, long value, long least, long most, int place) {
        if (value < least || value > most) {
            throw SqlError.of("22023", option + " must be between " + least + " and " + most, place);
        }
        return value;
    }
}
