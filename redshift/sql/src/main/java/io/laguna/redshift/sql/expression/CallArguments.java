package io.laguna.redshift.sql.expression;

import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import java.util.ArrayList;
import java.util.List;

/** The arguments of a CALL: PostgreSQL takes no subquery there, as which {@link Functions} reads what is asked once. */
public final class CallArguments {
    private CallArguments() {}

    /** Returns the nodes of a CALL with such functions as calls. */
    public static List<Node> rewrite(List<Node> nodes) {
        List<Node> result = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof Group group) {
                result.add(group.withItems(rewrite(group.items())));
            } else if (node.is(Functions.ONCE.toArray(String[]::new))) {
                result.addAll(Pieces.insteadOf(node)
                        .text("laguna." + node.first().word())
                        .list());
            } else {
                result.add(node);
            }
        }
        return result;
    }
}
