package io.laguna.emulator.glue.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The parser of expressions, by recursive descent.
 *
 * <pre>
 * or         = and { OR and }
 * and        = not { AND not }
 * not        = NOT not | predicate
 * predicate  = ( or ) | operand ( sign operand | [NOT] IN ( operand, … ) | [NOT] BETWEEN operand AND operand
 *            | [NOT] LIKE text [ESCAPE text] | IS [NOT] NULL )
 * operand    = key | [DATE | TIMESTAMP] text | [+ | -] number | NULL | TRUE | FALSE
 * </pre>
 */
final class ExpressionParser {
    private static final int DEEPEST = 100;
    private static final Map<String, IntPredicate> SIGNS = Map.of(
            "=", sign -> sign == 0,
            "==", sign -> sign == 0,
            "<>", sign -> sign != 0,
            "!=", sign -> sign != 0,
            "<", sign -> sign < 0,
            "<=", sign -> sign <= 0,
            ">", sign -> sign > 0,
            ">=", sign -> sign >= 0);
    private static final Set<String> CONSTANTS = Set.of("true", "false");

    private final String expression;
    private final Map<String, PartitionKey> keys;
    private final List<Token> tokens;
    private int next;
    private int depth;

    ExpressionParser(String expression, Map<String, PartitionKey> keys) {
        this.expression = expression;
        this.keys = keys;
        this.tokens = Lexer.tokens(expression);
    }

    Condition parse() {
        Condition condition = or();
        if (peek().kind() != Token.Kind.END) {
            throw unexpected("AND, OR or the end");
        }
        return condition;
    }

    private Condition or() {
        List<Condition> conditions = new ArrayList<>(List.of(and()));
        while (takeWord("or")) {
            conditions.add(and());
        }
        return conditions.size() == 1 ? conditions.get(0) : new Condition.Or(conditions);
    }

    private Condition and() {
        List<Condition> conditions = new ArrayList<>(List.of(not()));
        while (takeWord("and")) {
            conditions.add(not());
        }
        return conditions.size() == 1 ? conditions.get(0) : new Condition.And(conditions);
    }

    private Condition not() {
        if (++depth > DEEPEST) {
            throw new InvalidExpressionException("Expression is nested too deeply: " + expression);
        }
        Condition condition = takeWord("not") ? new Condition.Not(not()) : predicate();
        depth--;
        return condition;
    }

    private Condition predicate() {
        if (takeSymbol("(")) {
            Condition condition = or();
            expectSymbol(")");
            return condition;
        }
        Operand left = operand();
        boolean negated = takeWord("not");
        if (takeWord("in")) {
            return negated(negated, in(left));
        }
        if (takeWord("between")) {
            Operand low = operand();
            expectWord("and");
            Operand high = operand();
            return negated(
                    negated,
                    new Condition.And(
                            List.of(comparison(left, low, SIGNS.get(">=")), comparison(left, high, SIGNS.get("<=")))));
        }
        if (takeWord("like")) {
            return negated(negated, like(left));
        }
        if (!negated && takeWord("is")) {
            boolean notNull = takeWord("not");
            expectWord("null");
            return negated(notNull, new Condition.IsNull(left));
        }
        Token sign = peek();
        if (negated || sign.kind() != Token.Kind.SYMBOL || !SIGNS.containsKey(sign.text())) {
            throw unexpected(negated ? "IN, BETWEEN or LIKE" : "a comparison");
        }
        next++;
        return comparison(left, operand(), SIGNS.get(sign.text()));
    }

    private Condition in(Operand left) {
        expectSymbol("(");
        List<Condition> equal = new ArrayList<>();
        do {
            equal.add(comparison(left, operand(), SIGNS.get("=")));
        } while (takeSymbol(","));
        expectSymbol(")");
        return new Condition.Or(equal);
    }

    private Condition like(Operand left) {
        String pattern = text("a pattern in quotes");
        String escape = takeWord("escape") ? text("an escape character in quotes") : "\\";
        if (escape.length() != 1) {
            throw new InvalidExpressionException("ESCAPE takes one character, in expression: " + expression);
        }
        return new Condition.Like(left, LikePattern.of(pattern, escape.charAt(0)));
    }

    private Condition comparison(Operand left, Operand right, IntPredicate holds) {
        KeyType type = type(left, right);
        requireValue(left, type);
        requireValue(right, type);
        return new Condition.Comparison(left, right, type, holds);
    }

    private static KeyType type(Operand left, Operand right) {
        if (left instanceof Operand.Key key) {
            return key.type();
        }
        if (right instanceof Operand.Key key) {
            return key.type();
        }
        boolean numeric = left instanceof Operand.Literal one
                && right instanceof Operand.Literal other
                && one.numeric()
                && other.numeric();
        return numeric ? KeyType.NUMBER : KeyType.TEXT;
    }

    private void requireValue(Operand operand, KeyType type) {
        if (operand instanceof Operand.Literal literal
                && literal.value().isPresent()
                && type.value(literal.value().get()).isEmpty()) {
            throw new InvalidExpressionException("'" + literal.value().get() + "' at position " + literal.position()
                    + " is not " + type.inWords() + ", in expression: " + expression);
        }
    }

    private Operand operand() {
        Token token = peek();
        return switch (token.kind()) {
            case TEXT, NUMBER -> constant(take());
            case QUOTED_NAME -> key(take());
            case DOUBLE_QUOTED -> known(token) ? key(take()) : constant(take());
            case WORD -> word();
            case SYMBOL -> signed();
            case END -> throw unexpected("a partition key or a value");
        };
    }

    private Operand word() {
        Token word = take();
        if ((word.isWord("date") || word.isWord("timestamp")) && peek().kind() == Token.Kind.TEXT) {
            return constant(take());
        }
        if (word.isWord("null")) {
            return new Operand.Literal(Optional.empty(), false, word.position());
        }
        if (!known(word) && CONSTANTS.contains(word.text().toLowerCase(Locale.ROOT))) {
            return new Operand.Literal(Optional.of(word.text().toLowerCase(Locale.ROOT)), false, word.position());
        }
        return key(word);
    }

    private Operand signed() {
        boolean minus = peek().isSymbol("-");
        if (!minus && !peek().isSymbol("+")) {
            throw unexpected("a partition key or a value");
        }
        next++;
        if (peek().kind() != Token.Kind.NUMBER) {
            throw unexpected("a number");
        }
        Token number = take();
        return new Operand.Literal(Optional.of((minus ? "-" : "") + number.text()), true, number.position());
    }

    private static Operand constant(Token token) {
        return new Operand.Literal(Optional.of(token.text()), token.kind() == Token.Kind.NUMBER, token.position());
    }

    private boolean known(Token token) {
        return keys.containsKey(token.text().toLowerCase(Locale.ROOT));
    }

    private Operand key(Token token) {
        PartitionKey key = keys.get(token.text().toLowerCase(Locale.ROOT));
        if (key == null) {
            throw new InvalidExpressionException("Unknown column '" + token.text() + "' at position " + token.position()
                    + ": not a partition key, in expression: " + expression);
        }
        KeyType type = KeyType.of(key.type())
                .orElseThrow(() -> new InvalidExpressionException("Partition key '" + key.name() + "' of type "
                        + key.type() + " is not supported in an expression: " + expression));
        return new Operand.Key(key.position(), type);
    }

    private String text(String wanted) {
        Token.Kind kind = peek().kind();
        if (kind != Token.Kind.TEXT && kind != Token.Kind.DOUBLE_QUOTED) {
            throw unexpected(wanted);
        }
        return take().text();
    }

    private static Condition negated(boolean negated, Condition condition) {
        return negated ? new Condition.Not(condition) : condition;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private boolean takeWord(String keyword) {
        boolean there = peek().isWord(keyword);
        next += there ? 1 : 0;
        return there;
    }

    private boolean takeSymbol(String symbol) {
        boolean there = peek().isSymbol(symbol);
        next += there ? 1 : 0;
        return there;
    }

    private void expectWord(String keyword) {
        if (!takeWord(keyword)) {
            throw unexpected(keyword.toUpperCase(Locale.ROOT));
        }
    }

    private void expectSymbol(String symbol) {
        if (!takeSymbol(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
    }

    private InvalidExpressionException unexpected(String wanted) {
        return new InvalidExpressionException("Expected " + wanted + " but found " + peek() + " at position "
                + peek().position() + " of expression: " + expression);
    }
}
