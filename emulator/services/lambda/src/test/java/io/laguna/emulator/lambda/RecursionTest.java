package io.laguna.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.kit.trace.Trace;
import io.laguna.emulator.testlake.EngineLake;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.RecursiveInvocationException;
import software.amazon.awssdk.services.lambda.model.RecursiveLoop;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Tests of functions that set themselves going, by the traces that they hand on. */
@ExtendWith(LambdaLake.class)
class RecursionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Answers the trace in which it runs, and puts it into a bucket for each message. */
    private static final String TRACES = "import boto3, os\ns3 = boto3.client('s3')\ndef handler(event, context):\n"
            + "    trace = os.environ['_X_AMZN_TRACE_ID']\n"
            + "    for record in event.get('Records', []):\n"
            + "        s3.put_object(Bucket='tests', Key=f'{context.function_name}/{record[\"body\"]}', Body=trace)\n"
            + "    return trace\n";

    private final LambdaLake.Running lake;
    private final SqsClient sqs;
    private Lambda lambda;
    private LambdaClient client;
    private String name;

    RecursionTest(LambdaLake.Running lake) {
        this.lake = lake;
        this.sqs = lake.sqs(EngineLake.CALLER);
    }

    @BeforeEach
    void open(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
        name = name.substring(0, Math.min(40, name.length()));
        lambda = lake.open();
        client = LambdaLake.Running.client(lambda);
        LambdaLake.Running.create(client, name, TRACES, 10);
    }

    @AfterEach
    void close() {
        lambda.close();
    }

    /** Invokes the function in a trace, and returns the one that it hands on. */
    private String invoke(Optional<String> trace) {
        return Trace.in(
                        trace,
                        () -> client.invoke(invoke -> invoke.functionName(name).payload(SdkBytes.fromUtf8String("{}"))))
                .payload()
                .asUtf8String()
                .replace("\"", "");
    }

    private String afterSixteen() {
        Optional<String> trace = Optional.empty();
        for (int i = 0; i < 16; i++) {
            trace = Optional.of(invoke(trace));
        }
        return trace.orElseThrow();
    }

    @Test
    void aFunctionIsStoppedThatHasInvokedItselfSixteenTimesUnlessItMayLoop() {
        String trace = afterSixteen();

        assertThatThrownBy(() -> invoke(Optional.of(trace)))
                .isInstanceOf(RecursiveInvocationException.class)
                .hasMessageContaining("recursive loop");
        assertThat(invoke(Optional.empty())).as("another chain").isNotEqualTo(trace);

        client.putFunctionRecursionConfig(put -> put.functionName(name).recursiveLoop(RecursiveLoop.ALLOW));
        assertThat(invoke(Optional.of(trace))).endsWith(":17");
    }

    @Test
    void theConfigurationIsWhatWasPutAndStopsLoopsBefore() {
        assertThat(client.getFunctionRecursionConfig(get -> get.functionName(name))
                        .recursiveLoop())
                .isEqualTo(RecursiveLoop.TERMINATE);
        client.putFunctionRecursionConfig(put -> put.functionName(name).recursiveLoop(RecursiveLoop.ALLOW));
        assertThat(client.getFunctionRecursionConfig(get -> get.functionName(name))
                        .recursiveLoop())
                .isEqualTo(RecursiveLoop.ALLOW);
        assertThatThrownBy(() -> client.putFunctionRecursionConfig(
                        put -> put.functionName(name).recursiveLoop("Sometimes")))
                .isInstanceOf(LambdaException.class);
        assertThatThrownBy(() -> client.putFunctionRecursionConfig(
                        put -> put.functionName("no-such").recursiveLoop(RecursiveLoop.ALLOW)))
                .hasMessageContaining("Function not found");
    }

    @Test
    void anAsynchronousLoopEndsInTheDeadLetters() {
        String letters = queue(name + "-letters", Map.of());
        client.updateFunctionConfiguration(
                update -> update.functionName(name).deadLetterConfig(to -> to.targetArn(arn(name + "-letters"))));
        String trace = afterSixteen();

        Trace.in(
                Optional.of(trace),
                () -> client.invoke(invoke -> invoke.functionName(name)
                        .invocationType(InvocationType.EVENT)
                        .payload(SdkBytes.fromUtf8String("{\"n\": 17}"))));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        sqs.receiveMessage(receive -> receive.queueUrl(letters)).messages())
                .extracting(Message::body)
                .containsExactly("{\"n\": 17}"));
    }

    @Test
    void ofAQueueOnlyTheMessagesOfALoopGoToTheDeadLetters() {
        String letters = queue(name + "-letters", Map.of());
        String url = queue(
                name,
                Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        "10",
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"" + arn(name + "-letters") + "\",\"maxReceiveCount\":1}"));
        String trace = afterSixteen();
        Trace.in(
                Optional.of(trace),
                () -> sqs.sendMessage(send -> send.queueUrl(url).messageBody("loop")));
        Trace.in(
                Optional.of(trace.replace(":16", ":3")),
                () -> sqs.sendMessage(send -> send.queueUrl(url).messageBody("fine")));

        String source = client.createEventSourceMapping(
                        create -> create.functionName(name).eventSourceArn(arn(name)))
                .uuid();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        sqs.receiveMessage(receive -> receive.queueUrl(letters)).messages())
                .extracting(Message::body)
                .containsExactly("loop"));
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(lake.s3()
                        .getObjectAsBytes(get -> get.bucket("tests").key(name + "/fine"))
                        .asUtf8String())
                .endsWith(":4"));
        client.deleteEventSourceMapping(delete -> delete.uuid(source));
    }

    @Test
    void behindALoopTheMessagesOfItsGroupWait() {
        String letters = queue("group-letters.fifo", Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
        String url = queue(
                "groups.fifo",
                Map.of(
                        QueueAttributeName.FIFO_QUEUE,
                        "true",
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        "10",
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"" + arn("group-letters.fifo") + "\",\"maxReceiveCount\":1}"));
        String trace = afterSixteen();
        sendInGroup(url, "one", "loop", trace);
        sendInGroup(url, "one", "behind", trace.replace(":16", ":3"));
        sendInGroup(url, "other", "beside", trace.replace(":16", ":3"));

        String source = client.createEventSourceMapping(
                        create -> create.functionName(name).eventSourceArn(arn("groups.fifo")))
                .uuid();

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(lake.s3()
                        .getObjectAsBytes(get -> get.bucket("tests").key(name + "/beside"))
                        .asUtf8String())
                .endsWith(":4"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sqs.getQueueAttributes(get ->
                                get.queueUrl(letters).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                        .attributes())
                .containsValue("2"));
        assertThat(sqs.receiveMessage(receive -> receive.queueUrl(letters).maxNumberOfMessages(10))
                        .messages())
                .extracting(Message::body)
                .containsExactly("loop", "behind");
        assertThatThrownBy(() ->
                        lake.s3().getObjectAsBytes(get -> get.bucket("tests").key(name + "/behind")))
                .isInstanceOf(NoSuchKeyException.class);
        client.deleteEventSourceMapping(delete -> delete.uuid(source));
    }

    private void sendInGroup(String url, String group, String body, String trace) {
        Trace.in(
                Optional.of(trace),
                () -> sqs.sendMessage(send -> send.queueUrl(url)
                        .messageBody(body)
                        .messageGroupId(group)
                        .messageDeduplicationId(body)));
    }

    private String queue(String queue, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(create -> create.queueName(queue).attributes(attributes))
                .queueUrl();
    }

    private static String arn(String queue) {
        return EngineLake.CALLER.arn("sqs", queue);
    }
}
