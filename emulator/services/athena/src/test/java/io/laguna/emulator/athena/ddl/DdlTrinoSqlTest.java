package io.laguna.emulator.athena.ddl;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.laguna.emulator.athena.ddl.words.FoldedText;
import io.trino.grammar.sql.SqlBaseLexer;
import io.trino.grammar.sql.SqlBaseParser;
import java.io.IOException;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DdlTrinoSqlTest {
    static List<String> statements() throws IOException {
        return StatementExample.all().stream()
                .flatMap(example -> example.expected().stream())
                .filter(line -> line.startsWith("$ "))
                .map(line -> line.substring(2))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void whatTheEngineHasToDoIsInItsGrammar(String statement) {
        SqlBaseParser parser = new SqlBaseParser(new CommonTokenStream(new SqlBaseLexer(new FoldedText(statement))));
        parser.setErrorHandler(new BailErrorStrategy());

        assertThatCode(parser::singleStatement).doesNotThrowAnyException();
    }
}
