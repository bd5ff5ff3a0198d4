package io.laguna.redshift.sql.expression;

import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.Token;
import io.laguna.redshift.sql.type.SqlType;
import java.util.List;

/** The types in casts. */
final class Casts {
    private Casts() {}

    /** Returns a type as PostgreSQL's. */
    static List<Node> type(List<Node> nodes, Token end) {
        Cursor cursor = new Cursor(nodes, end);
        SqlType type = SqlType.read(cursor);
        return Pieces.insteadOf(nodes.get(0))
                .nodes(type.ofValue())
                .nodes(cursor.rest())
                .list();
    }

    /** Returns {@code value AS type} with PostgreSQL's type. */
    static Group cast(Group group) {
        int as = lastAs(group.items());
        if (as < 1 || as + 1 >= group.items().size()) {
            return group;
        }
        List<Node> items = group.items();
        return group.withItems(Pieces.insteadOf(items.get(0))
                .nodes(items.subList(0, as + 1))
                .nodes(type(items.subList(as + 1, items.size()), group.close()))
                .list());
    }

    /**
     * Writes TRY_CAST: null where the text of the value is none of the type's. The cast is outside of the CASE, whose
     * branches PostgreSQL would compute beforehand for a constant.
     */
    static List<Node> tryCast(Token name, Group group) {
        int as = lastAs(group.items());
        if (as < 1) {
            return List.of(name, group);
        }
        List<Node> value = group.items().subList(0, as);
        String type =
                Printer.text(type(group.items().subList(as + 1, group.items().size()), group.close()));
        return Pieces.insteadOf(name)
                .text("CASE WHEN pg_input_is_valid(")
                .operand(value)
                .text("::text, " + Literals.quoted(type) + ") THEN ")
                .operand(value)
                .text("::text END::" + type)
                .list();
    }

    private static int lastAs(List<Node> items) {
        for (int i = items.size() - 1; i > 0; i--) {
            if (items.get(i).is("as")) {
                return i;
            }
        }
        return -1;
    }
}
