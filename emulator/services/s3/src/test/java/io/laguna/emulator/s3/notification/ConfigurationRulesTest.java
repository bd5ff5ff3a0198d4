package io.laguna.emulator.s3.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;

/** Which configurations a bucket can have: events, prefix and suffix of one, then of another. */
class ConfigurationRulesTest {
    private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:f";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3:ObjectCreated:*   | in/ | .csv | s3:ObjectRemoved:*    |     |      | ''",
                "s3:ObjectCreated:*   | in/ | .csv | s3:ObjectCreated:*    | in/ | .txt | ''",
                "s3:ObjectCreated:*   | a/  |      | s3:ObjectCreated:Put  | b/  |      | ''",
                "s3:ObjectCreated:Put |     |      | s3:ObjectCreated:Copy |     |      | ''",
                "s3:ObjectCreated:*   |     |      | s3:ObjectCreated:Put  |     |      | Configurations overlap",
                "s3:ObjectCreated:*   | a/  |      | s3:ObjectCreated:*    | a/b |      | ambiguously defined",
                "s3:ObjectCreated:*   | a/  | .csv | s3:ObjectCreated:*    | a/b | v    | ambiguously defined",
                "s3:ObjectCreated:*   |     | .csv | s3:ObjectCreated:*    | a/  |      | ambiguously defined",
                "s3:ObjectMade:*      |     |      | s3:ObjectRemoved:*    |     |      | not supported for notifications",
                "s3:Replication:*     |     |      | s3:ObjectRemoved:*    |     |      | not supported for notifications",
            })
    void configurationsOfABucketDoNotShareAnEventOfAKey(
            String events,
            String prefix,
            String suffix,
            String others,
            String otherPrefix,
            String otherSuffix,
            String refusal) {
        List<LambdaFunctionConfiguration> asked =
                List.of(configuration(events, prefix, suffix), configuration(others, otherPrefix, otherSuffix));

        if (refusal.isEmpty()) {
            assertThat(ConfigurationRules.checked(asked))
                    .extracting(LambdaFunctionConfiguration::id)
                    .doesNotHaveDuplicates()
                    .doesNotContainNull();
        } else {
            assertThatThrownBy(() -> ConfigurationRules.checked(asked))
                    .isInstanceOf(AwsServiceException.class)
                    .hasMessageContaining(refusal);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn:aws:lambda:us-east-1:123456789012:function:f:live | ''",
                "arn:aws:sqs:us-east-1:123456789012:q                  | not well formed",
                "f                                                     | not well formed",
            })
    void aDestinationIsTheArnOfAFunction(String arn, String refusal) {
        List<LambdaFunctionConfiguration> asked = List.of(configuration("s3:ObjectCreated:*", null, null).toBuilder()
                .lambdaFunctionArn(arn)
                .build());

        if (refusal.isEmpty()) {
            assertThat(ConfigurationRules.checked(asked)).hasSize(1);
        } else {
            assertThatThrownBy(() -> ConfigurationRules.checked(asked)).hasMessageContaining(refusal);
        }
    }

    private static LambdaFunctionConfiguration configuration(String events, String prefix, String suffix) {
        List<FilterRule> rules = new ArrayList<>();
        rule(rules, "Prefix", prefix);
        rule(rules, "suffix", suffix);
        LambdaFunctionConfiguration.Builder configuration = LambdaFunctionConfiguration.builder()
                .lambdaFunctionArn(ARN)
                .eventsWithStrings(Arrays.asList(events.split(",", -1)));
        if (!rules.isEmpty()) {
            configuration.filter(filter -> filter.key(key -> key.filterRules(rules)));
        }
        return configuration.build();
    }

    private static void rule(List<FilterRule> rules, String name, String value) {
        if (value != null) {
            rules.add(FilterRule.builder().name(name).value(value).build());
        }
    }
}
