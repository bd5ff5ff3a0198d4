package io.laguna.redshift.sql.expression;

import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Group;
import io.laguna.redshift.sql.text.Node;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.List;
import java.util.Optional;

/**
 * A call of a function with what may follow it.
 *
 * @param within the brackets of {@code WITHIN GROUP}
 * @param filter {@code FILTER} and its brackets
 * @param over the brackets, or the window's name, after {@code OVER}
 * @param ignoresNulls whether {@code IGNORE NULLS} is said, in the brackets or after them
 * @param suffix everything after the call's own brackets, as it is written
 */
record Call(
        Token name,
        Group arguments,
        Optional<Group> within,
        List<Node> filter,
        Optional<Node> over,
        boolean ignoresNulls,
        List<Node> suffix) {

    /** Passes a call. */
    static Call read(Cursor cursor) {
        Token name = (Token) cursor.next();
        Group arguments = cursor.group();
        int from = cursor.at();
        boolean ignores = cursor.takes("ignore", "nulls");
        boolean respects = !ignores && cursor.takes("respect", "nulls");
        int suffix = respects ? cursor.at() : from;
        Optional<Group> within = cursor.takes("within", "group") ? Optional.of(cursor.group()) : Optional.empty();
        List<Node> filter = List.of();
        if (cursor.sees("filter") && cursor.peek(1).isParenthesis()) {
            filter = List.of(cursor.next(), cursor.next());
        }
        ignores |= cursor.takes("ignore", "nulls");
        boolean windowed = cursor.sees("over")
                && (cursor.peek(1).isParenthesis() || cursor.peek(1).isName());
        Optional<Node> over = Optional.empty();
        if (windowed) {
            cursor.next();
            over = Optional.of(cursor.next());
        }
        return new Call(name, arguments, within, filter, over, ignores, cursor.between(suffix, cursor.at()))
                .withInnerNulls();
    }

    /** Returns the call with {@code IGNORE NULLS} taken out of the brackets, where it may be too. */
    private Call withInnerNulls() {
        List<Node> items = arguments.items();
        int last = items.size() - 1;
        boolean said =
                last >= 1 && items.get(last).is("nulls") && items.get(last - 1).is("ignore", "respect");
        if (!said) {
            return this;
        }
        boolean ignores = items.get(last - 1).is("ignore");
        Group rest = arguments.withItems(items.subList(0, last - 1));
        return new Call(name, rest, within, filter, over, ignoresNulls || ignores, suffix);
    }

    /** Returns the same call under another name. */
    Call named(String other) {
        Token renamed = Token.made(name.lead(), other, name.place());
        return new Call(renamed, arguments, within, filter, over, ignoresNulls, suffix);
    }

    List<List<Node>> list() {
        return arguments.list();
    }

    /** Returns an argument, or fails as PostgreSQL does when a function is called with fewer. */
    List<Node> argument(int index) {
        List<List<Node>> list = list();
        if (index >= list.size() || list.get(index).isEmpty()) {
            throw SqlError.near(arguments.close());
        }
        return list.get(index);
    }
}
