package io.laguna.redshift.sql.external;

import io.laguna.redshift.sql.load.CredentialsReader;
import io.laguna.redshift.sql.statement.Credentials;
import io.laguna.redshift.sql.statement.ExternalSource;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.SqlError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reader of CREATE EXTERNAL SCHEMA and DROP SCHEMA.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_EXTERNAL_SCHEMA.html">CREATE EXTERNAL SCHEMA</a>
 */
public final class SchemaReader {
    private final Cursor cursor;
    private final Map<String, String> options = new HashMap<>();
    private Optional<Credentials> credentials = Optional.empty();
    private Optional<String> database = Optional.empty();
    private boolean createsDatabase;

    private SchemaReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a statement; the cursor is after the words CREATE EXTERNAL SCHEMA. */
    public static Statement create(Cursor cursor) {
        return new SchemaReader(cursor).read();
    }

    private Statement read() {
        boolean ifNotExists = cursor.takes("if", "not", "exists");
        String schema = cursor.name();
        cursor.expect("from");
        int place = cursor.place();
        ExternalSource source = source();
        while (!cursor.ended()) {
            option();
        }
        return new Statement.CreateExternalSchema(
                schema,
                ifNotExists,
                source,
                database.orElseThrow(() -> SqlError.near(cursor.peek().first())),
                required(source, place),
                Map.copyOf(options),
                createsDatabase);
    }

    private Optional<Credentials> required(ExternalSource source, int place) {
        boolean needed = source == ExternalSource.DATA_CATALOG && credentials.isEmpty();
        if (needed) {
            throw SqlError.of(
                    "XX000", "An IAM role is required to create an external schema from the data catalog", place);
        }
        return credentials;
    }

    private ExternalSource source() {
        int place = cursor.place();
        if (cursor.takes("data", "catalog") || cursor.sees("database")) {
            return ExternalSource.DATA_CATALOG;
        }
        if (cursor.takes("postgres")) {
            return ExternalSource.POSTGRES;
        }
        if (cursor.takes("mysql")) {
            return ExternalSource.MYSQL;
        }
        if (cursor.peek().is("hive", "kinesis", "kafka", "msk", "redshift")) {
            throw SqlError.unsupported(
                    "CREATE EXTERNAL SCHEMA FROM " + cursor.peek().first().text() + " is not implemented by Laguna",
                    place);
        }
        throw cursor.unexpected();
    }

    private void option() {
        Optional<Credentials> read = CredentialsReader.read(cursor);
        if (read.isPresent()) {
            credentials = read;
        } else if (cursor.takes("create", "external", "database", "if", "not", "exists")) {
            createsDatabase = true;
        } else if (cursor.takes("database")) {
            database = Optional.of(cursor.string());
        } else if (cursor.peek().is("region", "catalog_id", "catalog_role", "uri", "secret_arn", "schema")) {
            options.put(cursor.name(), cursor.string());
        } else if (cursor.sees("port") && cursor.peek(1).isOf(Kind.NUMBER)) {
            options.put(cursor.name(), Long.toString(cursor.number()));
        } else {
            throw cursor.unexpected();
        }
    }

    /** Reads DROP SCHEMA; the cursor is after these words. */
    public static Statement drop(Cursor cursor) {
        boolean ifExists = cursor.takes("if", "exists");
        List<QualifiedName> schemas = new ArrayList<>();
        do {
            schemas.add(cursor.qualifiedName());
        } while (cursor.takesSign(","));
        int names = cursor.at();
        boolean database = cursor.takes("drop", "external", "database");
        int options = cursor.at();
        boolean cascade = cursor.takes("cascade");
        if (!cascade) {
            cursor.takes("restrict");
        }
        cursor.expectEnd();
        var nodes = new ArrayList<>(cursor.between(0, names));
        nodes.addAll(cursor.between(options, cursor.at()));
        return new Statement.DropSchema(Printer.print(nodes), schemas, ifExists, cascade, database);
    }
}
