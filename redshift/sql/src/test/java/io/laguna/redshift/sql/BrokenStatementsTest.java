package io.laguna.redshift.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.Lexer;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests that a broken statement is an error of the user's, never one of Laguna's: the cases with words lost or moved. */
class BrokenStatementsTest {
    private final Dialect dialect = Dialect.of(StatementsTest.CATALOG);
    private final Random random = new Random(20);

    @Test
    void aStatementThatEndsAnywhereIsReadOrRefused() {
        for (Cases statement : StatementsTest.statements()) {
            for (int end = 0; end < statement.input().length(); end += 7) {
                read(statement.input().substring(0, end));
            }
        }
    }

    @Test
    void aStatementWithWordsLostMovedOrRepeatedIsReadOrRefused() {
        for (Cases statement : StatementsTest.statements()) {
            List<Token> tokens = tokens(statement.input());
            for (int round = 0; round < 12 && tokens.size() > 1; round++) {
                List<Token> changed = new ArrayList<>(tokens);
                int place = random.nextInt(changed.size());
                switch (round % 3) {
                    case 0 -> changed.remove(place);
                    case 1 -> Collections.swap(changed, place, random.nextInt(changed.size()));
                    default -> changed.add(place, changed.get(random.nextInt(changed.size())));
                }
                read(String.join(" ", changed.stream().map(Token::text).toList()));
            }
        }
    }

    private static List<Token> tokens(String text) {
        try {
            return Lexer.tokens(text, 0, true).stream()
                    .filter(token -> token.kind() != Kind.END)
                    .toList();
        } catch (SqlError e) {
            return List.of();
        }
    }

    private void read(String text) {
        try {
            dialect.split(text).forEach(dialect::read);
        } catch (SqlError e) {
            assertThat(e.place()).as(text).isBetween(0, text.length());
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NoSuchElementException e) {
            throw new AssertionError("Broken by: " + text, e);
        }
    }
}
