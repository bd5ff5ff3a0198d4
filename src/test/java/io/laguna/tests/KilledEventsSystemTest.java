package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Tests of Laguna's end by a kill while files and messages arrive and functions are invoked for later: what was acknowledged is
 * delivered at least once, nothing is delivered of what was refused, and no function outlives Laguna.
 */
@Tag("slow")
@NeedsPython
class KilledEventsSystemTest {
    private static final int ROUNDS = Integer.getInteger("laguna.test.rounds", 2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LONGEST_MILLIS = 2500;
    private static final String NOTES = "import boto3\nfrom urllib.parse import unquote_plus\ns3 = boto3.client('s3')\n"
            + "def handler(event, context):\n"
            + "    keys = [r['body'] if 'body' in r else unquote_plus(r['s3']['object']['key']) for r in event.get('Records', [])]\n"
            + "    keys += [event['key']] if 'key' in event else []\n"
            + "    for key in keys:\n        s3.put_object(Bucket='seen', Key=key, Body=b'')\n";

    private static final String QUEUE = "work";

    /** The MD5 of another content than that of the objects: a damaged upload, which S3 refuses. */
    private static final String MD5_OF_ANOTHER = "1B2M2Y8AsgTpgAmY7PhCfg==";

    /** The seconds after which a message is seen again whose function was killed. */
    private static final int VISIBILITY = 15;

    @TempDir
    private Path folder;

    @Test
    void everyAcknowledgedEventIsSeenAndNothingIsLeft() throws InterruptedException {
        Random random = new Random(11);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Set<String> refused = ConcurrentHashMap.newKeySet();
        try (KilledLake lake = new KilledLake(folder)) {
            lake.start();
            make(lake);
            for (int round = 0; round < ROUNDS; round++) {
                int before = acknowledged.size();
                Thread puts = traffic(lake, round, acknowledged, refused);
                await("traffic of round " + round).atMost(PATIENCE).until(() -> acknowledged.size() > before);
                TimeUnit.MILLISECONDS.sleep(random.nextLong(LONGEST_MILLIS));

                lake.kill();
                puts.join();
                await("round " + round).atMost(PATIENCE).until(() -> functions() == 0);
                lake.start();
                System.out.println("round " + round + ": " + acknowledged.size() + " events acknowledged, "
                        + refused.size() + " refused so far, no function left");
            }

            try (S3Client s3 = lake.clients().s3()) {
                assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
                await().atMost(PATIENCE).ignoreException(SdkException.class).untilAsserted(() -> assertThat(seen(s3))
                        .containsAll(acknowledged));
                Set<String> seen = seen(s3);
                assertThat(refused).isNotEmpty();
                assertThat(seen).doesNotContainAnyElementsOf(refused);
                System.out.println(
                        ROUNDS + " kills: " + acknowledged.size() + " events acknowledged, each of them seen; "
                                + refused.size() + " refused, none of them seen; "
                                + seen.stream()
                                        .filter(key -> !acknowledged.contains(key))
                                        .count()
                                + " seen whose answer the kill has cut off");
            }
        }
    }

    private static void make(KilledLake lake) {
        try (LambdaClient lambda = lake.clients().client(LambdaClient.builder());
                SqsClient sqs = lake.clients().client(SqsClient.builder());
                S3Client s3 = lake.clients().s3()) {
            s3.createBucket(create -> create.bucket("arrives"));
            s3.createBucket(create -> create.bucket("seen"));
            FunctionZip.make(lambda, "notes", NOTES);
            lambda.updateFunctionConfiguration(
                    update -> update.functionName("notes").timeout(VISIBILITY));
            sqs.createQueue(create -> create.queueName(QUEUE)
                    .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(VISIBILITY))));
            lambda.createEventSourceMapping(create ->
                    create.functionName("notes").eventSourceArn("arn:aws:sqs:us-east-1:000000000000:" + QUEUE));
            s3.putBucketNotificationConfiguration(put -> put.bucket("arrives")
                    .notificationConfiguration(
                            to -> to.lambdaFunctionConfigurations(LambdaFunctionConfiguration.builder()
                                    .lambdaFunctionArn("arn:aws:lambda:us-east-1:000000000000:function:notes")
                                    .events(Event.S3_OBJECT_CREATED)
                                    .build())));
        }
    }

    /** Puts objects, sends messages and invokes functions for later, until the lake answers no more. */
    private static Thread traffic(KilledLake lake, int round, Set<String> acknowledged, Set<String> refused) {
        Thread thread = new Thread(() -> {
            try (LambdaClient lambda = lake.clients().client(LambdaClient.builder());
                    SqsClient sqs = lake.clients().client(SqsClient.builder());
                    S3Client s3 = lake.clients().s3()) {
                String url = sqs.getQueueUrl(get -> get.queueName(QUEUE)).queueUrl();
                for (int i = 0; ; i++) {
                    String sent = "sent-" + round + "-" + i;
                    sqs.sendMessage(send -> send.queueUrl(url).messageBody(sent));
                    acknowledged.add(sent);
                    String put = "put-" + round + "-" + i;
                    s3.putObject(request -> request.bucket("arrives").key(put), RequestBody.fromString("x"));
                    acknowledged.add(put);
                    String later = "later-" + round + "-" + i;
                    lambda.invoke(invoke -> invoke.functionName("notes")
                            .invocationType(InvocationType.EVENT)
                            .payload(SdkBytes.fromUtf8String("{\"key\": \"" + later + "\"}")));
                    acknowledged.add(later);
                    String damaged = "damaged-" + round + "-" + i;
                    assertThatThrownBy(() -> s3.putObject(
                                    request -> request.bucket("arrives")
                                            .key(damaged)
                                            .contentMD5(MD5_OF_ANOTHER),
                                    RequestBody.fromString("x")))
                            .isInstanceOf(SdkException.class);
                    refused.add(damaged);
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            } catch (SdkException e) {
                // The lake was killed.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }

    private static Set<String> seen(S3Client s3) {
        return s3.listObjectsV2Paginator(list -> list.bucket("seen")).contents().stream()
                .map(object -> object.key())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Returns how many processes of functions of this lake there are. */
    private long functions() throws IOException {
        long found = 0;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (environment(process).contains(folder.toString())) {
                    found++;
                }
            }
        }
        return found;
    }

    /** Returns the words of a process, among which a function's environment has its folder; nothing of one that has gone. */
    private static String environment(Path process) {
        try {
            String words = Files.readString(process.resolve("cmdline"));
            return words.contains("/lambda/environments/") ? words : "";
        } catch (IOException e) {
            return "";
        }
    }
}
