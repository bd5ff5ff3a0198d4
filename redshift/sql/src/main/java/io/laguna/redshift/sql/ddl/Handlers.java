package io.laguna.redshift.sql.ddl;

import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The handlers of errors in a procedure. In one that is atomic, on Redshift, the error ends the transaction, the handler runs in a new
 * one, which is committed, and the error is thrown again. So the handler of the whole body runs after the block that PostgreSQL
 * takes back, in a transaction of its own where it may, and throws; one of an inner block throws at its end. PostgreSQL ends
 * no transaction in a block that catches errors, so such blocks are marked while they run.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/stored-procedure-trapping-errors.html">Trapping errors</a>
 */
final class Handlers {
    private static final String VARIABLES = " laguna_state text; laguna_message text; ";
    private static final String RAISE = " RAISE EXCEPTION USING ERRCODE = laguna_state, MESSAGE = laguna_message";
    private static final String OPEN = " PERFORM laguna.guard('on');";
    private static final String CLOSE = " PERFORM laguna.guard('');";

    private final List<Node> body;
    private final boolean atomic;
    private final boolean commits;

    private Handlers(List<Node> body, boolean atomic, boolean commits) {
        this.body = body;
        this.atomic = atomic;
        this.commits = commits;
    }

    /**
     * Returns a body whose handlers are Redshift's.
     *
     * @param atomic whether the handlers throw their error again
     * @param commits whether PostgreSQL lets the procedure end transactions: not with SECURITY DEFINER, and not with SET
     */
    static List<Node> rewrite(List<Node> body, boolean atomic, boolean commits) {
        return new Handlers(body, atomic, commits).rewrite();
    }

    /** The places of a block: of its BEGIN, its EXCEPTION, the word after THEN, its END. */
    private record Block(int begin, int exception, int handler, int end, int depth) {}

    private List<Node> rewrite() {
        List<Block> blocks = blocks();
        if (blocks.isEmpty()) {
            return body;
        }
        List<Node> result = new ArrayList<>();
        Optional<Block> whole =
                blocks.stream().filter(block -> atomic && block.depth() == 1).findFirst();
        for (int i = 0; i < body.size(); i++) {
            int at = i;
            if (whole.isPresent()
                    && i >= whole.get().exception()
                    && i < whole.get().handler()) {
                if (i == whole.get().exception()) {
                    result.add(made(
                            CLOSE
                                    + " EXCEPTION WHEN OTHERS THEN laguna_state := SQLSTATE;"
                                    + " laguna_message := SQLERRM; END; IF laguna_state IS NOT NULL THEN"
                                    + where("ROLLBACK"),
                            i));
                }
                continue;
            }
            boolean begins = whole.filter(block -> block.begin() == at).isPresent();
            boolean ends = whole.filter(block -> block.end() == at).isPresent();
            if (begins) {
                result.add(made((body.get(0).is("declare") ? "" : "DECLARE") + VARIABLES, i));
            } else if (ends) {
                result.add(made(where("COMMIT") + RAISE + "; END IF;", i));
            } else if (atomic && blocks.stream().anyMatch(block -> block.end() == at)) {
                result.add(made(" RAISE;", i));
            } else if (blocks.stream().anyMatch(block -> block.exception() == at)) {
                result.add(made(CLOSE, i));
            }
            result.add(
                    whole.filter(block -> at > block.handler() - 1 && at < block.end())
                                    .isPresent()
                            ? ofHandler(i)
                            : body.get(i));
            if (blocks.stream().anyMatch(block -> block.begin() == at)) {
                result.add(made((begins ? " BEGIN" : "") + OPEN, i));
            }
        }
        return result;
    }

    /** Returns a statement that ends the transaction where this is possible. */
    private String where(String statement) {
        return commits ? " IF laguna.commits() THEN " + statement + "; END IF;" : "";
    }

    /** Returns a word of a handler that runs after its block. */
    private Node ofHandler(int at) {
        Node node = body.get(at);
        boolean again =
                node.is("raise") && at + 1 < body.size() && body.get(at + 1).isSign(";");
        return again ? made(RAISE, at) : withoutError(node);
    }

    /** Returns a node in which the error is in variables. */
    private static Node withoutError(Node node) {
        if (node instanceof Group group) {
            return group.withItems(
                    group.items().stream().map(Handlers::withoutError).toList());
        } else if (node.is("sqlerrm")) {
            return Token.made(
                    node.first().lead(), "laguna_message", node.first().place());
        }
        return node.is("sqlstate")
                ? Token.made(node.first().lead(), "laguna_state", node.first().place())
                : node;
    }

    private Token made(String text, int at) {
        return Token.made("", text, body.get(at).first().place());
    }

    /** Returns the blocks that catch OTHERS, the only condition that Redshift has. */
    private List<Block> blocks() {
        List<Block> found = new ArrayList<>();
        List<int[]> open = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            Node node = body.get(i);
            if (node.is("begin", "case") && (i == 0 || !body.get(i - 1).is("end"))) {
                open.add(new int[] {i, -1, node.is("begin") ? 1 : 0});
            } else if (node.is("exception") && !open.isEmpty() && catchesOthers(i)) {
                open.get(open.size() - 1)[1] = i;
            } else if (node.is("end") && !open.isEmpty() && !isOfLoop(i)) {
                int[] block = open.remove(open.size() - 1);
                if (block[2] == 1 && block[1] >= 0) {
                    int depth =
                            1 + (int) open.stream().filter(each -> each[2] == 1).count();
                    found.add(new Block(block[0], block[1], block[1] + 4, i, depth));
                }
            }
        }
        return found;
    }

    private boolean catchesOthers(int at) {
        return at + 3 < body.size()
                && body.get(at + 1).is("when")
                && body.get(at + 2).is("others")
                && body.get(at + 3).is("then");
    }

    private boolean isOfLoop(int at) {
        return at + 1 < body.size() && body.get(at + 1).is("if", "loop");
    }
}
