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
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.TopicConfiguration;

/** Tests of the configurations that a bucket can have: events, prefix and suffix of one, then of another. */
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
                "s3:Replication:*     |     |      | s3:ObjectRemoved:*    |     |      | ''",
                "s3:ObjectTagging:*   |     |      | s3:ObjectTagging:Put  |     |      | Configurations overlap",
                "s3:ObjectCreated     |     |      | s3:ObjectRemoved:*    |     |      | not supported for notifications",
            })
    void configurationsOfABucketDoNotShareAnEventOfAKey(
            String events,
            String prefix,
            String suffix,
            String others,
            String otherPrefix,
            String otherSuffix,
            String refusal) {
        LambdaFunctionConfiguration one = configuration(events, prefix, suffix);
        LambdaFunctionConfiguration other = configuration(others, otherPrefix, otherSuffix);
        QueueConfiguration queue = QueueConfiguration.builder()
                .queueArn("arn:aws:sqs:us-east-1:123456789012:q")
                .eventsWithStrings(other.eventsAsStrings())
                .filter(other.filter())
                .build();

        for (NotificationConfiguration asked : List.of(
                NotificationConfiguration.builder()
                        .lambdaFunctionConfigurations(one, other)
                        .build(),
                NotificationConfiguration.builder()
                        .lambdaFunctionConfigurations(one)
                        .queueConfigurations(queue)
                        .build())) {
            if (refusal.isEmpty()) {
                assertThat(NotificationRule.of(ConfigurationRules.checked(asked)))
                        .hasSize(2)
                        .extracting(NotificationRule::id)
                        .doesNotHaveDuplicates()
                        .doesNotContainNull();
            } else {
                assertThatThrownBy(() -> ConfigurationRules.checked(asked))
                        .isInstanceOf(AwsServiceException.class)
                        .hasMessageContaining(refusal);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "function | arn:aws:lambda:us-east-1:123456789012:function:f:live | ''",
                "function | arn:aws:sqs:us-east-1:123456789012:q                  | not well formed",
                "function | f                                                     | not well formed",
                "queue    | arn:aws:sqs:us-east-1:123456789012:q                  | ''",
                "queue    | arn:aws:sqs:us-east-1:123456789012:q.fifo             | FIFO SQS queues are not supported",
                "queue    | arn:aws:sns:us-east-1:123456789012:t                  | not well formed",
                "queue    | http://127.0.0.1:4566/123456789012/q                  | not well formed",
                "topic    | arn:aws:sns:us-east-1:123456789012:t                  | ''",
                "topic    | arn:aws:sns:us-east-1:123456789012:t.fifo             | FIFO SNS topics are not supported",
                "topic    | arn:aws:sqs:us-east-1:123456789012:q                  | not well formed",
            })
    void aDestinationIsTheArnOfItsKind(String kind, String arn, String refusal) {
        List<String> events = List.of("s3:ObjectCreated:*");
        NotificationConfiguration.Builder asked = NotificationConfiguration.builder();
        switch (kind) {
            case "queue" -> asked.queueConfigurations(QueueConfiguration.builder()
                    .queueArn(arn)
                    .eventsWithStrings(events)
                    .build());
            case "topic" -> asked.topicConfigurations(TopicConfiguration.builder()
                    .topicArn(arn)
                    .eventsWithStrings(events)
                    .build());
            default -> asked.lambdaFunctionConfigurations(LambdaFunctionConfiguration.builder()
                    .lambdaFunctionArn(arn)
                    .eventsWithStrings(events)
                    .build());
        }

        if (refusal.isEmpty()) {
            assertThat(NotificationRule.of(ConfigurationRules.checked(asked.build()))
                            .get(0)
                            .destination()
                            .text())
                    .isEqualTo(arn);
        } else {
            assertThatThrownBy(() -> ConfigurationRules.checked(asked.build())).hasMessageContaining(refusal);
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
