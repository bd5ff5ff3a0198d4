package io.laguna.redshift.sql.query;

import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The catalogs that Redshift has with other columns or rows than PostgreSQL, and functions on them. Laguna keeps them under
 * the same names in schemas of its own.
 */
final class Catalogs {
    private static final String CATALOG = "laguna";
    private static final String INFORMATION = "laguna_information";

    private static final Set<String> RELATIONS = Set.of(
            "pg_attrdef",
            "pg_attribute",
            "pg_auth_members",
            "pg_class",
            "pg_constraint",
            "pg_database",
            "pg_default_acl",
            "pg_depend",
            "pg_extension",
            "pg_group",
            "pg_index",
            "pg_locks",
            "pg_namespace",
            "pg_proc",
            "pg_roles",
            "pg_stat_activity",
            "pg_tables",
            "pg_type",
            "pg_user",
            "pg_views");

    private static final Set<String> FUNCTIONS = Set.of("format_type", "pg_get_constraintdef", "pg_get_viewdef");

    private static final Set<String> OF_INFORMATION = Set.of(
            "columns",
            "key_column_usage",
            "referential_constraints",
            "schemata",
            "table_constraints",
            "tables",
            "views");

    private Catalogs() {}

    /** Returns nodes in which the catalogs are Laguna's. */
    static List<Node> shadowed(List<Node> nodes) {
        List<Node> result = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node instanceof Group group) {
                result.add(group.withItems(shadowed(group.items())));
            } else if (isSchemaOfOurs(nodes, i)) {
                String schema = node.is("information_schema") ? INFORMATION : CATALOG;
                result.add(node.first().withText(schema));
            } else if (isRelation(nodes, i) || isFunction(nodes, i)) {
                Token name = node.first();
                result.add(Token.made(name.lead(), CATALOG + "." + name.name(), name.place()));
            } else {
                result.add(node);
            }
        }
        return result;
    }

    /** Tells whether a schema stands before one of the names. */
    private static boolean isSchemaOfOurs(List<Node> nodes, int at) {
        if (!nodes.get(at).is("pg_catalog", "information_schema")
                || !isSign(nodes, at + 1, ".")
                || at + 2 >= nodes.size()) {
            return false;
        }
        Node name = nodes.get(at + 2);
        if (!name.isName()) {
            return false;
        }
        if (nodes.get(at).is("information_schema")) {
            return OF_INFORMATION.contains(name.first().name());
        }
        boolean call = at + 3 < nodes.size() && nodes.get(at + 3).isParenthesis();
        return (call ? FUNCTIONS : RELATIONS).contains(name.first().name());
    }

    /** Tells whether a name without a schema stands where a relation does. */
    private static boolean isRelation(List<Node> nodes, int at) {
        Node node = nodes.get(at);
        boolean place = at > 0
                && (nodes.get(at - 1).is("from", "join", "only")
                        || nodes.get(at - 1).isSign(","));
        return place && isFree(nodes, at) && RELATIONS.contains(node.first().name()) && !isSign(nodes, at + 1, ".");
    }

    private static boolean isFunction(List<Node> nodes, int at) {
        boolean call = at + 1 < nodes.size() && nodes.get(at + 1).isParenthesis();
        return call
                && isFree(nodes, at)
                && FUNCTIONS.contains(nodes.get(at).first().name());
    }

    private static boolean isFree(List<Node> nodes, int at) {
        return nodes.get(at).isName() && nodes.get(at).isOf(Kind.WORD) && !isSign(nodes, at - 1, ".");
    }

    private static boolean isSign(List<Node> nodes, int at, String sign) {
        return at >= 0 && at < nodes.size() && nodes.get(at).isSign(sign);
    }
}
