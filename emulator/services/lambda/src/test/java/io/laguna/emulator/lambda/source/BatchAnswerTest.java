package io.laguna.emulator.lambda.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of answers that report which messages of a batch have failed, well formed or not. */
class BatchAnswerTest {
    private static final Set<String> BATCH = Set.of("a", "b");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "null | 0",
                "{} | 0",
                "{\"other\": 1} | 0",
                "{\"batchItemFailures\": null} | 0",
                "{\"batchItemFailures\": []} | 0",
                "{\"batchItemFailures\": [{\"itemIdentifier\": \"a\"}]} | 1",
                "{\"batchItemFailures\": [{\"itemIdentifier\": \"a\"}, {\"itemIdentifier\": \"a\"}]} | 1",
                "{\"batchItemFailures\": [{\"itemIdentifier\": \"a\"}, {\"itemIdentifier\": \"b\"}]} | 2",
                "{\"batchItemFailures\": [{\"itemIdentifier\": \"\"}]} | 2",
                "{\"batchItemFailures\": [{\"itemIdentifier\": null}]} | 2",
                "{\"batchItemFailures\": [{\"itemId\": \"a\"}]} | 2",
                "{\"batchItemFailures\": [{\"itemIdentifier\": \"c\"}]} | 2",
                "{\"batchItemFailures\": [\"a\"]} | 2",
                "{\"batchItemFailures\": {\"itemIdentifier\": \"a\"}} | 2",
                "{\"batchItemFailures\": \"a\"} | 2",
                "\"ok\" | 2",
                "true | 2",
                "[] | 2",
                "no json | 2"
            })
    void whatIsNotUnderstoodFailsWhole(String answer, int failed) {
        assertThat(BatchAnswer.failed(answer, BATCH)).hasSize(failed);
    }
}
