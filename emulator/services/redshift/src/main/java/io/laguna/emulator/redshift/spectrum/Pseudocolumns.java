package io.laguna.emulator.redshift.spectrum;

import io.laguna.emulator.redshift.session.Scope;
import io.laguna.emulator.redshift.spectrum.engine.Views;
import io.laguna.emulator.redshift.spectrum.foreign.ForeignTables;
import io.laguna.emulator.redshift.spectrum.type.Types;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Lexer;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.Rewritten;
import io.laguna.redshift.sql.text.Token;
import io.laguna.redshift.sql.text.Tree;
import io.laguna.redshift.wire.message.SqlFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pseudocolumns of external tables: a statement that names one reads the tables that have them.
 *
 * @param tables the external tables of the statement
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/c-spectrum-external-tables.html">Pseudocolumns</a>
 */
record Pseudocolumns(List<QualifiedName> tables) {
    private static final String[] NO_ALIAS = {
        "where",
        "group",
        "order",
        "having",
        "limit",
        "on",
        "join",
        "left",
        "right",
        "full",
        "inner",
        "cross",
        "natural",
        "union",
        "except",
        "intersect",
        "minus",
        "qualify",
        "window",
        "using",
        "offset",
        "fetch",
        "for",
        "set",
        "when"
    };

    /** Tells whether a text names one of them. */
    static boolean areIn(String sql) {
        return ForeignTables.PSEUDOCOLUMNS.stream().anyMatch(column -> sql.contains(Types.quoted(column.name())));
    }

    /** Tells whether the session has them: {@code spectrum_enable_pseudo_columns}. */
    static boolean areOn(Scope scope) throws SqlFailure, IOException {
        Optional<String> setting = scope.catalog()
                .query("SELECT pg_catalog.current_setting('laguna.spectrum_enable_pseudo_columns', true)")
                .get(0)
                .get(0);
        return setting.filter(value -> value.equalsIgnoreCase("false") || value.equalsIgnoreCase("off"))
                .isEmpty();
    }

    /** Returns the text with the names of the tables that have them. */
    Rewritten rewritten(Rewritten sql) {
        List<Token> tokens = new ArrayList<>();
        for (Token token : Lexer.tokens(sql.text(), 0, false)) {
            tokens.add(new Token(token.kind(), token.lead(), token.text(), sql.source(token.place())));
        }
        Token end = tokens.get(tokens.size() - 1);
        List<Node> nodes = new ArrayList<>(renamed(Tree.of(tokens)));
        nodes.add(end);
        return Printer.print(nodes);
    }

    private List<Node> renamed(List<Node> nodes) {
        List<Node> done = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            boolean isTable = i + 2 < nodes.size() && isTable(nodes.subList(i, i + 3));
            if (node instanceof Group group) {
                done.add(group.withItems(renamed(group.items())));
            } else if (isTable && i + 3 < nodes.size() && nodes.get(i + 3).isSign(".")) {
                // A column with its table's whole name: the table goes by its own name alone.
                done.add(nodes.get(i + 2).first().withLead(node.first().lead()));
                i += 2;
            } else if (isTable) {
                Token table = nodes.get(i + 2).first();
                done.add(node);
                done.add(nodes.get(i + 1));
                done.add(Token.made(table.lead(), Types.quoted(table.name() + Views.PATHS), table.place()));
                if (!hasAlias(nodes, i + 3)) {
                    done.add(Token.made(" ", "AS " + Types.quoted(table.name()), table.place()));
                }
                i += 2;
            } else {
                done.add(node);
            }
        }
        return done;
    }

    private boolean isTable(List<Node> three) {
        return three.get(0).isName()
                && three.get(1).isSign(".")
                && three.get(2).isName()
                && tables.contains(new QualifiedName(List.of(
                        three.get(0).first().name(), three.get(2).first().name())));
    }

    private static boolean hasAlias(List<Node> nodes, int at) {
        return at < nodes.size()
                && (nodes.get(at).is("as")
                        || nodes.get(at).isOf(Kind.QUOTED)
                        || (nodes.get(at).isOf(Kind.WORD) && !nodes.get(at).is(NO_ALIAS)));
    }
}
