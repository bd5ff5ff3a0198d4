package io.laguna.redshift.sql.session;

import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The reader of SHOW for objects. Each form is a call of a function of the schema laguna with the names, the pattern after
 * LIKE and the number after LIMIT; a name may be a parameter, so that drivers can prepare the statement.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_SHOW.html">SHOW</a>
 */
public final class ShowReader {
    /**
     * A form of SHOW.
     *
     * @param names how many parts a name has at most, from the database on
     */
    private record Form(String words, String function, int names) {}

    private static final List<Form> FORMS = List.of(
            new Form("databases from data catalog", "show_catalog_databases", 0),
            new Form("databases", "show_databases", 0),
            new Form("schemas from database", "show_schemas", 1),
            new Form("tables from schema", "show_tables", 2),
            new Form("columns from table", "show_columns", 3),
            new Form("constraints primary keys from table", "show_primary_keys", 3),
            new Form("constraints foreign keys exported from table", "show_exported_keys", 3),
            new Form("constraints foreign keys from table", "show_foreign_keys", 3),
            new Form("column grants on table", "show_column_grants", 3),
            new Form("grants on table", "show_table_grants", 3),
            new Form("grants on schema", "show_schema_grants", 2),
            new Form("grants on database", "show_database_grants", 1),
            new Form("grants on function", "show_function_grants", 3),
            new Form("grants for", "show_grants_for", 1),
            new Form("functions from schema", "show_functions", 2),
            new Form("procedures from schema", "show_procedures", 2),
            new Form("parameters of function", "show_function_parameters", 3),
            new Form("parameters of procedure", "show_procedure_parameters", 3),
            new Form("external table", "show_external_table", 3),
            new Form("table", "show_table", 3),
            new Form("view", "show_view", 3),
            new Form("procedure", "show_procedure", 3));

    private ShowReader() {}

    /** Reads a statement if it shows objects; the cursor is after the word SHOW. */
    public static Optional<Statement> read(Cursor cursor) {
        if (cursor.peek().is("datashares", "model", "row", "rls", "masking")) {
            throw SqlError.unsupported(
                    "SHOW " + cursor.peek().first().text() + " is not implemented by Laguna", cursor.place());
        }
        return FORMS.stream()
                .filter(form -> cursor.takes(form.words().split(" ")))
                .findFirst()
                .map(form -> show(form, cursor));
    }

    private static Statement show(Form form, Cursor cursor) {
        Token place = cursor.all().get(0).first();
        List<String> arguments = new ArrayList<>();
        cursor.takes("user");
        cursor.takes("role");
        if (form.names() > 0) {
            QualifiedName name = cursor.qualifiedName();
            if (name.parts().size() > form.names()) {
                throw SqlError.syntax("improper qualified name (too many dotted names): " + name, place.place());
            }
            for (int i = name.parts().size(); i < form.names(); i++) {
                arguments.add("NULL");
            }
            name.parts().forEach(part -> arguments.add(part.startsWith("$") ? part + "::text" : Literals.quoted(part)));
        }
        cursor.maybeGroup().ifPresent(types -> arguments.add(types(types)));
        if (cursor.takes("account")) {
            cursor.next();
        }
        options(cursor, arguments);
        cursor.expectEnd();
        List<Node> nodes = Pieces.insteadOf(place)
                .text("SELECT * FROM laguna." + form.function() + "(" + String.join(", ", arguments) + ")")
                .list();
        return new Statement.Show(Printer.print(nodes), form.words());
    }

    /** Returns the types of a routine's arguments as one text; each may be a parameter. */
    private static String types(Group types) {
        if (types.items().stream().noneMatch(type -> type.isOf(Kind.PARAMETER))) {
            return Literals.quoted(Printer.text(types.items()));
        }
        return types.list().stream()
                .map(type -> type.get(0).first().text() + "::text")
                .collect(Collectors.joining(", ", "concat_ws(',', ", ")"));
    }

    private static void options(Cursor cursor, List<String> arguments) {
        if (cursor.takes("like")) {
            Node pattern = cursor.next();
            arguments.add("pattern => "
                    + (pattern.isOf(Kind.PARAMETER)
                            ? pattern.first().text() + "::text"
                            : Literals.quoted(pattern.first().value())));
        }
        if (cursor.takes("limit")) {
            Node limit = cursor.next();
            if (!limit.isOf(Kind.NUMBER) && !limit.isOf(Kind.PARAMETER)) {
                throw SqlError.near(limit.first());
            }
            arguments.add("row_limit => " + limit.first().text());
        }
    }
}
