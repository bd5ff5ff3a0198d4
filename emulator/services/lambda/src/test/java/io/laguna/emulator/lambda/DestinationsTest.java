package io.laguna.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.testlake.BuiltEngine;
import io.laguna.emulator.testlake.EngineLake;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Tests of the destinations of asynchronous invocations: queues, topics, event buses and functions. */
@ExtendWith(LambdaLake.class)
class DestinationsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DIVIDES = "def handler(event, context):\n    return {'half': 1 / event['by']}\n";

    private final SqsClient sqs;
    private final SnsClient sns;
    private final EventBridgeClient events;
    private final LambdaLake.Running lake;
    private Lambda lambda;
    private LambdaClient client;
    private String name;
    private String queue;

    DestinationsTest(LambdaLake.Running lake) {
        this.lake = lake;
        this.sqs = lake.sqs(EngineLake.CALLER);
        this.sns = lake.sns(EngineLake.CALLER);
        this.events = lake.eventBridge(EngineLake.CALLER);
    }

    @BeforeEach
    void open(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
        lambda = lake.open();
        client = LambdaLake.Running.client(lambda);
        queue = sqs.createQueue(create -> create.queueName(name)).queueUrl();
        make(name);
    }

    @AfterEach
    void close() {
        lambda.close();
    }

    @Test
    void aQueueIsToldOfSuccess() throws IOException {
        tell(arn("sqs", name), "arn:aws:sqs:eu-west-1:123456789012:nobody");
        later("{\"by\": 2}");

        JsonNode record = JSON.readTree(message().body());

        assertThat(record.path("version").asText()).isEqualTo("1.0");
        assertThat(record.path("timestamp").asText()).matches("\\d{4}-.*\\.\\d{3}Z");
        JsonNode request = record.path("requestContext");
        assertThat(request.path("requestId").asText()).hasSize(36);
        assertThat(request.path("functionArn").asText()).isEqualTo(arn("lambda", "function:" + name + ":$LATEST"));
        assertThat(request.path("condition").asText()).isEqualTo("Success");
        assertThat(request.path("approximateInvokeCount").asInt()).isEqualTo(1);
        assertThat(record.path("requestPayload").toString()).isEqualTo("{\"by\":2}");
        assertThat(record.path("responseContext").toString())
                .isEqualTo("{\"statusCode\":200,\"executedVersion\":\"$LATEST\"}");
        assertThat(record.path("responsePayload").toString()).isEqualTo("{\"half\":0.5}");
    }

    @Test
    void aTopicIsToldOfFailureAndDeadLettersHaveTheEvent() throws IOException {
        String topic = sns.createTopic(create -> create.name(name)).topicArn();
        sns.subscribe(subscribe -> subscribe.topicArn(topic).protocol("sqs").endpoint(arn("sqs", name)));
        String letters =
                sqs.createQueue(create -> create.queueName(name + "-letters")).queueUrl();
        client.updateFunctionConfiguration(update ->
                update.functionName(name).deadLetterConfig(config -> config.targetArn(arn("sqs", name + "-letters"))));
        tell(arn("sqs", "nobody"), topic);
        later("{\"by\": 0}");

        JsonNode record =
                JSON.readTree(JSON.readTree(message().body()).path("Message").asText());
        Message letter = message(letters);

        assertThat(record.path("requestContext").path("condition").asText()).isEqualTo("RetriesExhausted");
        assertThat(record.path("requestContext").path("approximateInvokeCount").asInt())
                .isEqualTo(3);
        assertThat(record.path("responseContext").path("functionError").asText())
                .isEqualTo("Unhandled");
        assertThat(record.path("responsePayload").path("errorType").asText()).isEqualTo("ZeroDivisionError");
        assertThat(letter.body()).isEqualTo("{\"by\": 0}");
        assertThat(letter.messageAttributes().get("ErrorCode").stringValue()).isEqualTo("200");
        assertThat(letter.messageAttributes().get("ErrorCode").dataType()).isEqualTo("Number");
        assertThat(letter.messageAttributes().get("ErrorMessage").stringValue()).isEqualTo("division by zero");
        assertThat(letter.messageAttributes().get("RequestID").stringValue())
                .isEqualTo(record.path("requestContext").path("requestId").asText());
    }

    @Test
    void anEventBusIsToldOfFailure() throws IOException {
        String bus = events.createEventBus(create -> create.name(name)).eventBusArn();
        events.putRule(put -> put.name(name).eventBusName(name).eventPattern("{\"source\": [\"lambda\"]}"));
        Target target = Target.builder().id("1").arn(arn("sqs", name)).build();
        events.putTargets(put -> put.rule(name).eventBusName(name).targets(List.of(target)));
        tell(arn("sqs", "nobody"), bus);
        later("{\"by\": 0}");

        JsonNode event = JSON.readTree(message().body());

        assertThat(event.path("detail-type").asText()).isEqualTo("Lambda Function Invocation Result - Failure");
        assertThat(event.path("resources").toString())
                .isEqualTo("[\"" + bus + "\",\"" + arn("lambda", "function:" + name + ":$LATEST") + "\"]");
        assertThat(event.path("detail").path("requestContext").path("condition").asText())
                .isEqualTo("RetriesExhausted");
    }

    @Test
    void aFunctionIsToldWhichTellsAQueue() throws IOException {
        client.createFunction(create -> create.functionName(name + "-next")
                .role("arn:aws:iam::123456789012:role/tests")
                .runtime(BuiltEngine.python())
                .handler("index.handler")
                .code(code -> code.zipFile(Zips.of(
                        "index.py", "def handler(event, context):\n    return event['responsePayload']['half']\n"))));
        client.putFunctionEventInvokeConfig(put -> put.functionName(name + "-next")
                .destinationConfig(to -> to.onSuccess(success -> success.destination(arn("sqs", name)))));
        tell(arn("lambda", "function:" + name + "-next"), "");
        later("{\"by\": 4}");

        JsonNode record = JSON.readTree(message().body());

        assertThat(record.path("responsePayload").asDouble()).isEqualTo(0.25);
    }

    @Test
    void whatCannotBeToldIsRefused() {
        assertThatThrownBy(() -> tell(arn("sqs", name + ".fifo"), ""))
                .isInstanceOf(InvalidParameterValueException.class);
        assertThatThrownBy(() -> tell("arn:aws:kinesis:eu-west-1:123456789012:stream/s", ""))
                .isInstanceOf(InvalidParameterValueException.class);
        assertThatThrownBy(() -> client.updateFunctionConfiguration(update -> update.functionName(name)
                        .deadLetterConfig(
                                config -> config.targetArn("arn:aws:lambda:eu-west-1:123456789012:function:f"))))
                .isInstanceOf(LambdaException.class);
        client.updateFunctionConfiguration(
                update -> update.functionName(name).deadLetterConfig(config -> config.targetArn(arn("sqs", name))));
        assertThat(client.getFunctionConfiguration(get -> get.functionName(name))
                        .deadLetterConfig()
                        .targetArn())
                .isEqualTo(arn("sqs", name));
        assertThat(client.updateFunctionConfiguration(
                                update -> update.functionName(name).deadLetterConfig(config -> config.targetArn("")))
                        .deadLetterConfig())
                .isNull();
    }

    private void make(String function) {
        client.createFunction(create -> create.functionName(function)
                .role("arn:aws:iam::123456789012:role/tests")
                .runtime(BuiltEngine.python())
                .handler("index.handler")
                .code(code -> code.zipFile(Zips.of("index.py", DIVIDES))));
    }

    private void tell(String success, String failure) {
        client.putFunctionEventInvokeConfig(put -> put.functionName(name)
                .destinationConfig(to -> to.onSuccess(onSuccess -> onSuccess.destination(success))
                        .onFailure(onFailure -> onFailure.destination(failure))));
    }

    private void later(String event) {
        client.invoke(invoke ->
                invoke.functionName(name).invocationType(InvocationType.EVENT).payload(SdkBytes.fromUtf8String(event)));
    }

    private Message message() {
        return message(queue);
    }

    private Message message(String url) {
        List<Message> messages = sqs.receiveMessage(
                        receive -> receive.queueUrl(url).waitTimeSeconds(20).messageAttributeNames("All"))
                .messages();
        assertThat(messages).as("a message within 20 seconds").hasSize(1);
        return messages.get(0);
    }

    private static String arn(String service, String resource) {
        return EngineLake.CALLER.arn(service, resource);
    }
}
