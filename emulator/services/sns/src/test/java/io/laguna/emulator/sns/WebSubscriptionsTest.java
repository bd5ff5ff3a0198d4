package io.laguna.emulator.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Tests of subscribers by HTTP, by a server of the test's own. */
@ExtendWith(SnsLake.class)
class WebSubscriptionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AT_ONCE =
            "{\"healthyRetryPolicy\":{\"numRetries\":2,\"numNoDelayRetries\":2},\"requestPolicy\":{\"headerContentType\":"
                    + "\"application/json\"}}";

    private final SnsLake.Running lake;
    private final BlockingQueue<Posted> posted = new LinkedBlockingQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private Sns service;
    private SnsClient sns;
    private HttpServer server;
    private String topic;

    WebSubscriptionsTest(SnsLake.Running lake) {
        this.lake = lake;
    }

    /** A request that the server got: its headers by names in lower case, and its body. */
    private record Posted(Map<String, String> headers, String body) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    @BeforeEach
    void open() throws IOException {
        service = lake.open();
        sns = Rooms.of(SnsClient.class, service.rooms(EngineLake.CALLER)).client();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
        topic = sns.createTopic(create -> create.name("web-" + UUID.randomUUID()))
                .topicArn();
    }

    @AfterEach
    void close() {
        server.stop(0);
        service.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            posted.add(
                    new Posted(headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Integer status = answers.poll();
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
        }
    }

    private Posted next() throws InterruptedException {
        Posted request = posted.poll(20, TimeUnit.SECONDS);
        assertThat(request).as("a request").isNotNull();
        return request;
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** Subscribes the server and confirms; returns the subscription's ARN. */
    private String subscribed(Map<String, String> attributes) throws InterruptedException, IOException {
        sns.subscribe(subscribe ->
                subscribe.topicArn(topic).protocol("http").endpoint(url()).attributes(attributes));
        String token = next().json().path("Token").asText();
        return sns.confirmSubscription(confirm -> confirm.topicArn(topic).token(token))
                .subscriptionArn();
    }

    @ParameterizedTest
    @CsvSource({"1,SHA1withRSA", "2,SHA256withRSA"})
    void aSubscriberIsAskedThenToldAndBothAreSigned(String version, String algorithm)
            throws InterruptedException, IOException, GeneralSecurityException {
        sns.setTopicAttributes(
                set -> set.topicArn(topic).attributeName("SignatureVersion").attributeValue(version));

        String answer = sns.subscribe(
                        subscribe -> subscribe.topicArn(topic).protocol("http").endpoint(url()))
                .subscriptionArn();
        Posted question = next();
        sns.publish(publish -> publish.topicArn(topic).message("nobody has confirmed"));
        String arn = sns.confirmSubscription(confirm -> confirm.topicArn(topic)
                        .token(read(question).path("Token").asText()))
                .subscriptionArn();
        sns.publish(publish -> publish.topicArn(topic).subject("S").message("ü & more"));
        Posted notification = next();

        assertThat(answer).isEqualTo("pending confirmation");
        assertThat(question.headers())
                .containsEntry("x-amz-sns-message-type", "SubscriptionConfirmation")
                .containsEntry("x-amz-sns-topic-arn", topic)
                .doesNotContainKey("x-amz-sns-subscription-arn");
        assertThat(question.json().path("SubscribeURL").asText())
                .startsWith(SnsLake.ENDPOINT + "/?Action=ConfirmSubscription");
        assertThat(notification.headers())
                .containsEntry("x-amz-sns-message-type", "Notification")
                .containsEntry("x-amz-sns-subscription-arn", arn)
                .containsEntry("content-type", "text/plain; charset=UTF-8");
        assertThat(notification.json().path("Message").asText()).isEqualTo("ü & more");
        for (Posted each : new Posted[] {question, notification}) {
            assertThat(each.json().path("SignatureVersion").asText()).isEqualTo(version);
            assertThat(isSigned(each.json(), algorithm)).isTrue();
        }
    }

    private static JsonNode read(Posted posted) {
        try {
            return posted.json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks a signature as AWS's page says, by the certificate that the message names. */
    private boolean isSigned(JsonNode message, String algorithm) throws GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        String names = message.path("Type").asText().equals("Notification")
                ? "Message,MessageId,Subject,Timestamp,TopicArn,Type"
                : "Message,MessageId,SubscribeURL,Timestamp,Token,TopicArn,Type";
        for (String name : names.split(",", -1)) {
            if (message.has(name)) {
                text.append(name)
                        .append('\n')
                        .append(message.path(name).asText())
                        .append('\n');
            }
        }
        String path = URI.create(message.path("SigningCertURL").asText()).getPath();
        String pem = service.certificate(path).orElseThrow();
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return signature.verify(
                Base64.getDecoder().decode(message.path("Signature").asText()));
    }

    @Test
    void whoSubscribesAgainBeforeItHasConfirmedIsAskedAgain() throws InterruptedException, IOException {
        answers.add(404);
        sns.subscribe(subscribe -> subscribe.topicArn(topic).protocol("http").endpoint(url()));
        String token = next().json().path("Token").asText();

        sns.subscribe(subscribe -> subscribe.topicArn(topic).protocol("http").endpoint(url()));

        assertThat(next().json().path("Token").asText()).isEqualTo(token);
    }

    @Test
    void aRawMessageComesAsItIs() throws InterruptedException, IOException {
        subscribed(Map.of("RawMessageDelivery", "true", "DeliveryPolicy", AT_ONCE));

        sns.publish(publish -> publish.topicArn(topic).message("{\"a\": 1}"));

        Posted raw = next();
        assertThat(raw.body()).isEqualTo("{\"a\": 1}");
        assertThat(raw.headers())
                .containsEntry("x-amz-sns-rawdelivery", "true")
                .containsEntry("content-type", "application/json");
    }

    @Test
    void aServerThatFailsIsTriedAsOftenAsThePolicySaysAndThenItsMessageIsADeadLetter()
            throws InterruptedException, IOException {
        SqsClient queues = lake.queues(EngineLake.CALLER);
        String letters = queues.createQueue(create -> create.queueName("letters-" + UUID.randomUUID()))
                .queueUrl();
        String arn = queues.getQueueAttributes(
                        get -> get.queueUrl(letters).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        subscribed(Map.of("DeliveryPolicy", AT_ONCE, "RedrivePolicy", "{\"deadLetterTargetArn\":\"" + arn + "\"}"));
        answers.addAll(List.of(500, 503, 200, 500, 429, 302, 404));

        sns.publish(publish -> publish.topicArn(topic).message("in the end"));
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(next().json().path("Message").asText()).isEqualTo("in the end");
        }
        sns.publish(publish -> publish.topicArn(topic).message("never"));
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(next().json().path("Message").asText()).isEqualTo("never");
        }
        sns.publish(publish -> publish.topicArn(topic).message("refused"));
        assertThat(next().json().path("Message").asText()).isEqualTo("refused");

        for (String lost : new String[] {"never", "refused"}) {
            String body = queues.receiveMessage(receive ->
                            receive.queueUrl(letters).waitTimeSeconds(10).maxNumberOfMessages(1))
                    .messages()
                    .get(0)
                    .body();
            assertThat(JSON.readTree(body).path("Message").asText()).isEqualTo(lost);
        }
        assertThat(posted).isEmpty();
    }

    @Test
    void aMessageThatIsTriedAgainHoldsNoneOfThoseBehindIt() throws InterruptedException, IOException {
        subscribed(Map.of());
        answers.add(500);

        sns.publish(publish -> publish.topicArn(topic).message("tried again"));
        assertThat(next().json().path("Message").asText()).isEqualTo("tried again");
        sns.publish(publish -> publish.topicArn(topic).message("behind it"));

        assertThat(next().json().path("Message").asText()).isEqualTo("behind it");
        assertThat(posted).as("the next attempt is in 20 seconds").isEmpty();
    }

    @Test
    void aLinkThatIsFollowedAgainGivesTheSameAnswer() throws InterruptedException, IOException {
        sns.subscribe(subscribe -> subscribe.topicArn(topic).protocol("http").endpoint(url()));
        String token = next().json().path("Token").asText();

        String first = sns.confirmSubscription(
                        confirm -> confirm.topicArn(topic).token(token))
                .subscriptionArn();

        assertThat(sns.confirmSubscription(confirm -> confirm.topicArn(topic).token(token))
                        .subscriptionArn())
                .isEqualTo(first);
    }

    @Test
    void permissionsAreStatementsOfTheTopicsPolicy() throws IOException {
        sns.addPermission(add -> add.topicArn(topic)
                .label("partner")
                .awsAccountIds("111122223333")
                .actionNames("Publish"));
        JsonNode added = policy().path("Statement").get(1);
        assertThatThrownBy(() -> sns.addPermission(add ->
                        add.topicArn(topic).label("partner").awsAccountIds("1").actionNames("Publish")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Statement already exists");
        assertThatThrownBy(() -> sns.addPermission(add ->
                        add.topicArn(topic).label("other").awsAccountIds("1").actionNames("Fly")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("out of service scope");
        sns.removePermission(remove -> remove.topicArn(topic).label("partner"));

        assertThat(added)
                .isEqualTo(JSON.readTree("{\"Sid\":\"partner\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":["
                        + "\"arn:aws:iam::111122223333:root\"]},\"Action\":[\"SNS:Publish\"],\"Resource\":\"" + topic
                        + "\"}"));
        assertThat(policy().path("Statement")).hasSize(1);
        for (String none : List.of("{\"Statement\"", "{\"Statement\": \"all\"}")) {
            assertThatThrownBy(() -> sns.setTopicAttributes(
                            set -> set.topicArn(topic).attributeName("Policy").attributeValue(none)))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("Policy");
        }
    }

    private JsonNode policy() throws IOException {
        return JSON.readTree(
                sns.getTopicAttributes(get -> get.topicArn(topic)).attributes().get("Policy"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http  | http://192.0.2.1/hook    | LAGUNA_SNS_HOSTS names other hosts",
                "https | http://127.0.0.1/hook    | must match the specified protocol",
                "http  | http://a:b@127.0.0.1/h   | keeps no passwords",
                "http  | nothing                  | must match the specified protocol",
            })
    void anEndpointThatIsNotCalledIsRefused(String protocol, String endpoint, String reason) {
        assertThatThrownBy(() -> sns.subscribe(subscribe ->
                        subscribe.topicArn(topic).protocol(protocol).endpoint(endpoint)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{}                                                                           | 20 20 20",
                "{'numRetries':0}                                                             | ",
                "{'numRetries':5,'numNoDelayRetries':2,'minDelayTarget':1,'maxDelayTarget':9} | 0 0 1 5 9",
                "{'numRetries':4,'numMinDelayRetries':2,'numMaxDelayRetries':2,'minDelayTarget':2,'maxDelayTarget':8} | 2 2 8 8",
                "{'numRetries':3,'backoffFunction':'geometric','minDelayTarget':1,'maxDelayTarget':100} | 1 10 100",
                "{'numRetries':3,'backoffFunction':'arithmetic','minDelayTarget':1,'maxDelayTarget':9} | 1 3 9",
            })
    void pausesAreThoseOfThePolicy(String retries, String seconds) {
        SubscriptionRecord subscription = new SubscriptionRecord(
                UUID.randomUUID(),
                new TopicRecord(1, TopicAddress.of("TopicArn", topic), Map.of()),
                "1",
                "http",
                url(),
                Optional.empty(),
                Map.of("DeliveryPolicy", "{\"healthyRetryPolicy\":" + retries.replace('\'', '"') + "}"));
        StringBuilder pauses = new StringBuilder();
        for (int retry = 0; DeliveryPolicy.of(subscription).pause(retry).isPresent(); retry++) {
            Duration pause = DeliveryPolicy.of(subscription).pause(retry).get();
            pauses.append(pauses.isEmpty() ? "" : " ").append(pause.toSeconds());
        }

        assertThat(pauses.toString()).isEqualTo(seconds == null ? "" : seconds);
    }
}
