package io.laguna.emulator.redshift.session;

import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The question whether a statement may use an alias of its select list where PostgreSQL knows none. */
final class AliasUse {
    private AliasUse() {}

    /**
     * Tells whether some name is given as an alias and stands alone elsewhere too. A wrong yes costs a question to the
     * engine; a wrong no is an error that Redshift does not have.
     */
    static boolean isPossible(List<Token> tokens) {
        Set<String> aliases = new HashSet<>();
        Map<String, Integer> uses = new HashMap<>();
        boolean selects = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            selects |= token.kind() == Kind.WORD && token.word().equals("select");
            if (!isName(token) || follows(tokens, i, ".")) {
                continue;
            }
            uses.merge(token.name(), 1, Integer::sum);
            if (selects && i > 0 && mayBeAlias(tokens, i)) {
                aliases.add(token.name());
            }
        }
        return aliases.stream().anyMatch(alias -> uses.get(alias) > 1);
    }

    private static boolean mayBeAlias(List<Token> tokens, int at) {
        Token before = tokens.get(at - 1);
        boolean said = before.kind() == Kind.WORD && before.word().equals("as");
        boolean ends =
                switch (before.kind()) {
                    case WORD, QUOTED, STRING, DOLLARS, NUMBER, PARAMETER -> true;
                    case PUNCTUATION -> before.text().equals(")")
                            || before.text().equals("]");
                    case OPERATOR, MADE, END -> false;
                };
        Token after = tokens.get(Math.min(at + 1, tokens.size() - 1));
        boolean last = after.text().equals(",")
                || after.word().equals("from")
                || after.text().equals(")")
                || after.kind() == Kind.END;
        return said || (ends && last);
    }

    private static boolean follows(List<Token> tokens, int at, String sign) {
        return at > 0 && tokens.get(at - 1).text().equals(sign);
    }

    private static boolean isName(Token token) {
        return token.kind() == Kind.WORD || token.kind() == Kind.QUOTED;
    }
}
