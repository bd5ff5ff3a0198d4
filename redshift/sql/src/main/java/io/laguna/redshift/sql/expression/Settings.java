package io.laguna.redshift.sql.expression;

import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import java.util.List;
import java.util.Locale;

/** The functions that read and set parameters by name: one that PostgreSQL lacks is a setting of Laguna's. */
final class Settings {
    private Settings() {}

    static List<Node> rewrite(Call call) {
        List<Node> name = call.argument(0);
        boolean literal = name.size() == 1 && name.get(0).isOf(Kind.STRING);
        String parameter = literal ? name.get(0).first().value().toLowerCase(Locale.ROOT) : "";
        if (!Parameters.isOwn(parameter)) {
            return Pieces.insteadOf(call.name())
                    .node(call.name())
                    .node(call.arguments())
                    .nodes(call.suffix())
                    .list();
        }
        boolean reads = call.name().is("current_setting");
        List<Node> items = call.arguments().items();
        List<Node> arguments = Pieces.insteadOf(items.get(0))
                .text("'laguna." + parameter + "'")
                .nodes(items.subList(1, items.size()))
                .text(reads && items.size() == 1 ? ", true" : "")
                .list();
        Pieces pieces = Pieces.insteadOf(call.name())
                .text(reads ? "COALESCE(NULLIF(current_setting" : "set_config")
                .group(arguments);
        return reads
                ? pieces.text(", ''), " + Literals.quoted(Parameters.value(parameter)) + ")")
                        .list()
                : pieces.list();
    }
}
