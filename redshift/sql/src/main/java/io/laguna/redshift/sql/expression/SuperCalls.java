package io.laguna.redshift.sql.expression;

import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Pieces;
import java.util.List;

/** Calls that make values of SUPER out of values of any type. */
final class SuperCalls {
    private SuperCalls() {}

    static List<Node> object(Call call) {
        return json(call, "object", "jsonb_build_object");
    }

    static List<Node> array(Call call) {
        boolean query = !call.arguments().items().isEmpty()
                && call.arguments().items().get(0).is("select", "with");
        return query
                ? Pieces.insteadOf(call.name())
                        .node(call.name())
                        .node(call.arguments())
                        .list()
                : json(call, "array", "jsonb_build_array");
    }

    /** Writes ARRAY and OBJECT, whose arguments may be of any type, SUPER among them. */
    private static List<Node> json(Call call, String name, String builder) {
        Pieces arguments = Pieces.insteadOf(call.arguments().withLead(""));
        int at = 0;
        for (List<Node> argument : call.list()) {
            boolean key = name.equals("object") && at % 2 == 0;
            arguments.text(at == 0 ? "" : ", ");
            if (key) {
                arguments.operand(argument).text("::text");
            } else {
                arguments.text("laguna.json").group(Pieces.trimmed(argument));
            }
            at++;
        }
        List<Node> built = Pieces.insteadOf(call.arguments())
                .text(builder)
                .group(arguments.list())
                .list();
        return Pieces.insteadOf(call.name())
                .text("laguna." + name)
                .group(Pieces.trimmed(built))
                .nodes(call.suffix())
                .list();
    }

    /** Writes the search of a value of any type in an array of SUPER's. */
    static List<Node> withElement(Call call) {
        List<Node> element = call.argument(1);
        return Functions.own(call, items -> Pieces.insteadOf(items.get(0))
                .nodes(call.argument(0))
                .text(", laguna.json")
                .group(Pieces.trimmed(element))
                .list());
    }
}
