package io.laguna.emulator.redshift.spectrum;

import io.laguna.emulator.redshift.spectrum.foreign.ExternalSchema;
import io.laguna.emulator.redshift.spectrum.type.Types;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Lexer;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Printer;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.Rewritten;
import io.laguna.redshift.sql.text.Token;
import io.laguna.redshift.sql.text.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * The Data Catalog as a database that is there without a statement: {@code awsdatacatalog.database.table}. A cluster's
 * engine has a schema for each of its databases, whose name nobody else can have.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/query-glue-data-catalog.html">Querying the AWS Glue Data
 *     Catalog</a>
 */
final class MountedCatalog {
    private static final String DATABASE = "awsdatacatalog";

    private MountedCatalog() {}

    static boolean has(QualifiedName relation) {
        return relation.database().filter(DATABASE::equals).isPresent();
    }

    /** Returns the schema of a relation; who asks for it reads by what his session may. */
    static ExternalSchema schema(QualifiedName relation) {
        String database = relation.schema().orElseThrow();
        return new ExternalSchema(name(database), database, "SESSION");
    }

    /** Returns a relation's name as the engine has it. */
    static QualifiedName inEngine(QualifiedName relation) {
        return new QualifiedName(List.of(name(relation.schema().orElseThrow()), relation.last()));
    }

    private static String name(String database) {
        return DATABASE + "." + database;
    }

    /** Returns a text in which names have the engine's schemas. */
    static Rewritten rewritten(Rewritten sql) {
        List<Token> tokens = new ArrayList<>();
        for (Token token : Lexer.tokens(sql.text(), 0, false)) {
            tokens.add(new Token(token.kind(), token.lead(), token.text(), sql.source(token.place())));
        }
        List<Node> nodes = new ArrayList<>(renamed(Tree.of(tokens)));
        nodes.add(tokens.get(tokens.size() - 1));
        return Printer.print(nodes);
    }

    private static List<Node> renamed(List<Node> nodes) {
        List<Node> done = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            boolean isMounted = i + 3 < nodes.size()
                    && node.isName()
                    && node.first().name().equals(DATABASE)
                    && nodes.get(i + 1).isSign(".")
                    && nodes.get(i + 2).isName()
                    && nodes.get(i + 3).isSign(".");
            if (node instanceof Group group) {
                done.add(group.withItems(renamed(group.items())));
            } else if (isMounted) {
                String schema = Types.quoted(name(nodes.get(i + 2).first().name()));
                done.add(Token.made(node.first().lead(), schema, node.first().place()));
                i += 2;
            } else {
                done.add(node);
            }
        }
        return done;
    }
}
