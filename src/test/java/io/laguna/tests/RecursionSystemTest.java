package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.lake.LakeClients;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sns.SnsClient;

/** Functions that set themselves going by way of other services, with the SDK that they have. */
@Tag("slow")
@ExtendWith(SharedLake.class)
@NeedsPython
class RecursionSystemTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:";

    private final LakeClients clients;

    RecursionSystemTest(SharedLake.Running running) {
        this.clients = new LakeClients(running.lake().endpoint(), running.lake().keys());
    }

    @Test
    void aFunctionThatWritesIntoTheFolderThatCallsItIsStopped() {
        try (LambdaClient lambda = clients.client(LambdaClient.builder());
                S3Client s3 = clients.s3()) {
            s3.createBucket(create -> create.bucket("loop"));
            FunctionZip.make(
                    lambda,
                    "loop",
                    "import boto3\ns3 = boto3.client('s3')\ndef handler(event, context):\n"
                            + "    number = int(event['Records'][0]['s3']['object']['key'])\n"
                            + "    s3.put_object(Bucket='loop', Key=f'{number + 1:02}', Body=b'')\n");
            s3.putBucketNotificationConfiguration(put -> put.bucket("loop")
                    .notificationConfiguration(
                            to -> to.lambdaFunctionConfigurations(LambdaFunctionConfiguration.builder()
                                    .lambdaFunctionArn(ARN + "loop")
                                    .events(Event.S3_OBJECT_CREATED)
                                    .build())));

            s3.putObject(put -> put.bucket("loop").key("00"), RequestBody.fromString("x"));

            endsWith(s3, "loop", 16);
        }
    }

    @Test
    void aFunctionThatPublishesToTheTopicThatCallsItIsStopped() {
        try (LambdaClient lambda = clients.client(LambdaClient.builder());
                SnsClient sns = clients.client(SnsClient.builder());
                S3Client s3 = clients.s3()) {
            s3.createBucket(create -> create.bucket("echo"));
            String topic = sns.createTopic(create -> create.name("echo")).topicArn();
            FunctionZip.make(
                    lambda,
                    "echo",
                    "import boto3\nsns = boto3.client('sns')\ns3 = boto3.client('s3')\ndef handler(event, context):\n"
                            + "    number = int(event['Records'][0]['Sns']['Message'])\n"
                            + "    s3.put_object(Bucket='echo', Key=f'{number:02}', Body=b'')\n"
                            + "    sns.publish(TopicArn='" + topic + "', Message=str(number + 1))\n");
            sns.subscribe(
                    subscribe -> subscribe.topicArn(topic).protocol("lambda").endpoint(ARN + "echo"));

            sns.publish(publish -> publish.topicArn(topic).message("0"));

            endsWith(s3, "echo", 15);
        }
    }

    /** Waits until a bucket has the objects of numbers up to a last one, and none comes any more. */
    private static void endsWith(S3Client s3, String bucket, int last) {
        List<String> expected = IntStream.rangeClosed(0, last)
                .mapToObj(number -> String.format(Locale.ROOT, "%02d", number))
                .toList();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(keys(s3, bucket)).containsAll(expected));
        await().during(QUIET).atMost(QUIET.multipliedBy(2)).untilAsserted(() -> assertThat(keys(s3, bucket))
                .isEqualTo(expected));
    }

    private static List<String> keys(S3Client s3, String bucket) {
        return s3.listObjectsV2(list -> list.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
