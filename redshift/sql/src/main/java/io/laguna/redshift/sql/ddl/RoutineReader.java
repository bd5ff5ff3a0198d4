package io.laguna.redshift.sql.ddl;

import io.laguna.redshift.sql.expression.Parameters;
import io.laguna.redshift.sql.query.Columns;
import io.laguna.redshift.sql.query.Navigation;
import io.laguna.redshift.sql.query.Queries;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Lexer;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import io.laguna.redshift.sql.text.Tree;
import io.laguna.redshift.sql.type.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The reader of procedures and functions: the body between dollars is rewritten too.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_PROCEDURE.html">CREATE PROCEDURE</a>
 */
public final class RoutineReader {
    private final Columns catalog;
    private final boolean folds;
    private final BodyStatements.Reader reader;
    private final Set<String> variables = new HashSet<>();
    private boolean atomic;
    /** Whether the body may say START TRANSACTION. */
    private boolean startsTransactions;

    private boolean commits;

    private RoutineReader(Columns catalog, boolean folds, BodyStatements.Reader reader) {
        this.catalog = catalog;
        this.folds = folds;
        this.reader = reader;
    }

    /**
     * Reads a statement; the cursor is after the word PROCEDURE or FUNCTION.
     *
     * @param reader how the statements of a procedure are read
     */
    public static Statement read(Cursor cursor, Columns catalog, boolean folds, BodyStatements.Reader reader) {
        return new RoutineReader(catalog, folds, reader).read(cursor);
    }

    private Statement read(Cursor cursor) {
        boolean function = cursor.between(0, cursor.at()).stream().anyMatch(node -> node.is("function"));
        atomic = !function;
        commits = cursor.rest().stream().noneMatch(node -> node.is("definer", "set"));
        cursor.qualifiedName();
        List<Node> nodes = new ArrayList<>(cursor.between(0, cursor.at()));
        nodes.add(parameters(cursor.group()));
        while (!cursor.ended()) {
            // PostgreSQL's procedures commit where they say so, as those that are not atomic do.
            if (cursor.takes("nonatomic")) {
                atomic = false;
                startsTransactions = true;
                continue;
            }
            Node node = cursor.peek();
            if (cursor.takes("returns")) {
                nodes.add(node);
                nodes.addAll(SqlType.read(cursor).ofValue());
            } else if (cursor.takes("language")) {
                nodes.add(node);
                nodes.add(language(cursor, function));
            } else if (cursor.takes("set") && cursor.peek().isName()) {
                nodes.add(node);
                nodes.addAll(parameterName(cursor.next()));
            } else if (node.isOf(Kind.DOLLARS)) {
                nodes.add(body((Token) cursor.next()));
            } else if (node.isOf(Kind.STRING)
                    && cursor.at() > 0
                    && nodes.get(nodes.size() - 1).is("as")) {
                nodes.add(quotedBody((Token) cursor.next()));
            } else {
                nodes.add(cursor.next());
            }
        }
        return new Statement.PlainSql(Printer.print(nodes), List.of());
    }

    /** Returns the name that a parameter of a session has in PostgreSQL. */
    private static List<Node> parameterName(Node node) {
        String name = node.first().name();
        return Parameters.isOwn(name)
                ? Pieces.insteadOf(node).text("laguna." + name).list()
                : List.of(node);
    }

    private static Node language(Cursor cursor, boolean function) {
        Node node = cursor.next();
        String language = node.isName()
                ? node.first().name()
                : node.isOf(Kind.STRING) ? ((Token) node).value() : node.first().text();
        if (language.toLowerCase(Locale.ROOT).startsWith("plpython")) {
            throw SqlError.unsupported(
                    "Python user-defined functions are not supported: use SQL or an AWS Lambda function",
                    node.first().place());
        }
        if (language.equalsIgnoreCase("exfunc")) {
            throw SqlError.unsupported(
                    "Language exfunc is of external functions alone: CREATE EXTERNAL FUNCTION makes them",
                    node.first().place());
        }
        if (function && language.equalsIgnoreCase("plpgsql")) {
            throw SqlError.unsupported(
                    "Language " + language.toLowerCase(Locale.ROOT)
                            + " is not supported for user-defined functions: use SQL, or a procedure",
                    node.first().place());
        }
        return node;
    }

    /**
     * Returns the parameters. A call of Redshift's leaves out those that are OUT: they become the last ones, with a default.
     */
    private Group parameters(Group group) {
        List<List<Node>> given = new ArrayList<>();
        List<List<Node>> out = new ArrayList<>();
        for (List<Node> parameter : group.list()) {
            RoutineParameter read = RoutineParameter.read(parameter, group.close());
            read.name().ifPresent(name -> variables.add(name.first().name()));
            List<Node> nodes = read.nodes();
            if (read.isInOut() && !out.isEmpty()) {
                throw SqlError.unsupported(
                        "A parameter that is OUT before one that is INOUT is not implemented by Laguna",
                        parameter.get(0).first().place());
            }
            if (read.isOut()) {
                Pieces pieces = Pieces.insteadOf(parameter.get(0)).text("INOUT ");
                out.add(pieces.nodes(Pieces.trimmed(nodes))
                        .text(" DEFAULT NULL")
                        .list());
            } else {
                Pieces pieces = Pieces.insteadOf(parameter.get(0));
                read.mode().ifPresent(node -> pieces.text(node.first().text() + " "));
                given.add(pieces.nodes(read.mode().isPresent() ? Pieces.trimmed(nodes) : nodes)
                        .list());
            }
        }
        given.addAll(out);
        return group.withItems(RoutineParameter.joined(given, group.close()));
    }

    /** Returns a body between dollars; its tokens keep their places in the user's text. */
    private Node body(Token token) {
        int tag = token.text().indexOf('$', 1) + 1;
        String quote = token.text().substring(0, tag);
        Token open = new Token(Kind.DOLLARS, token.lead(), quote, token.place());
        List<Token> tokens = Lexer.tokens(token.value(), token.place() + tag, folds);
        Token end = tokens.get(tokens.size() - 1);
        List<Node> items = rewritten(Tree.of(tokens), end);
        return new Group(open, items, new Token(Kind.DOLLARS, end.lead(), quote, end.place()));
    }

    private Node quotedBody(Token token) {
        List<Token> tokens = Lexer.tokens(token.value(), token.place() + 1, folds);
        Token end = tokens.get(tokens.size() - 1);
        List<Node> items = rewritten(Tree.of(tokens), end);
        return Token.made(token.lead(), Literals.quoted(Printer.print(items).text()), token.place());
    }

    private List<Node> rewritten(List<Node> body, Token end) {
        boolean declares = !body.isEmpty() && body.get(0).is("declare");
        for (int i = 1; declares && i < body.size() && !body.get(i).is("begin"); i++) {
            if (body.get(i).isName() && (i == 1 || body.get(i - 1).isSign(";"))) {
                variables.add(body.get(i).first().name());
            }
        }
        List<Node> begun = startsTransactions ? started(body) : body;
        List<Node> navigated = Navigation.rewrite(begun, end, catalog, variables);
        List<Node> statements = BodyStatements.rewrite(navigated, end, reader);
        List<Node> typed = variables(Queries.rewrite(statements, end, catalog), end);
        return Handlers.rewrite(typed, atomic, commits);
    }

    /** Returns a body in which START TRANSACTION commits what was before it: PostgreSQL begins the next transaction itself. */
    private static List<Node> started(List<Node> body) {
        List<Node> result = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            boolean starts = i > 0
                    && i + 1 < body.size()
                    && body.get(i).is("start")
                    && body.get(i + 1).is("transaction")
                    && (body.get(i - 1).isSign(";") || body.get(i - 1).is("begin", "then", "else", "loop"));
            if (starts) {
                result.addAll(Pieces.insteadOf(body.get(i)).text("COMMIT").list());
                i++;
            } else {
                result.add(body.get(i));
            }
        }
        return result;
    }

    /** Returns a body with PostgreSQL's types for the variables between DECLARE and BEGIN. */
    private static List<Node> variables(List<Node> nodes, Token end) {
        int begin = 0;
        while (begin < nodes.size() && !nodes.get(begin).is("begin")) {
            begin++;
        }
        if (nodes.isEmpty() || !nodes.get(0).is("declare")) {
            return nodes;
        }
        List<Node> result = new ArrayList<>(nodes.subList(0, 1));
        Cursor cursor = new Cursor(nodes, end);
        cursor.next();
        while (cursor.at() < begin) {
            result.add(cursor.next());
            if (cursor.takes("constant")) {
                result.add(cursor.between(cursor.at() - 1, cursor.at()).get(0));
            }
            boolean typed = cursor.peek().isName() && !cursor.peek().is("alias", "cursor", "record", "refcursor");
            if (typed) {
                result.addAll(SqlType.read(cursor).ofValue());
            }
            while (cursor.at() < begin && !cursor.peek().isSign(";")) {
                result.add(cursor.next());
            }
            if (cursor.at() < begin) {
                result.add(cursor.next());
            }
        }
        result.addAll(nodes.subList(begin, nodes.size()));
        return result;
    }
}
