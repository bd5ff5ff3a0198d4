package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.laguna.emulator.lake.LakeClients;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Functions in Node.js on the whole lake, which bring no SDK. */
@ExtendWith(SharedLake.class)
class NodeFunctionSystemTest {
    private static final String HANDLER =
            """
            import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
            import { SQSClient, SendMessageCommand } from "@aws-sdk/client-sqs";
            const s3 = new S3Client({});
            const sqs = new SQSClient({});
            export const handler = async ({ bucket, key, queue }) => {
              const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
              const message = { QueueUrl: queue, MessageBody: await Body.transformToString() };
              return (await sqs.send(new SendMessageCommand(message))).MessageId;
            };
            """;

    private final LakeClients clients;

    NodeFunctionSystemTest(SharedLake.Running running) {
        this.clients = new LakeClients(running.lake().endpoint(), running.lake().keys());
    }

    @Test
    void anObjectBecomesAMessage() {
        Path target = LagunaCommand.home().resolve("engines/javascript/target");
        assumeThat(target.resolve("javascript/made-of"))
                .as("Laguna was built without the AWS SDK for JavaScript: see %s", target.resolve("refusal"))
                .exists();
        try (LambdaClient lambda = clients.client(LambdaClient.builder());
                S3Client s3 = clients.s3();
                SqsClient sqs = clients.client(SqsClient.builder())) {
            s3.createBucket(create -> create.bucket("node-function"));
            s3.putObject(put -> put.bucket("node-function").key("text"), RequestBody.fromString("read by Node.js"));
            String queue =
                    sqs.createQueue(create -> create.queueName("node-function")).queueUrl();
            lambda.createFunction(create -> create.functionName("node-function")
                    .role("arn:aws:iam::000000000000:role/tests")
                    .runtime("nodejs22.x")
                    .handler("index.handler")
                    .timeout(60)
                    .code(code -> code.zipFile(FunctionZip.of("index.mjs", HANDLER))));
            lambda.waiter().waitUntilFunctionActiveV2(get -> get.functionName("node-function"));

            InvokeResponse response = lambda.invoke(invoke -> invoke.functionName("node-function")
                    .payload(SdkBytes.fromUtf8String(
                            "{\"bucket\": \"node-function\", \"key\": \"text\", \"queue\": \"" + queue + "\"}")));

            assertThat(response.functionError())
                    .as(response.payload().asUtf8String())
                    .isNull();
            assertThat(sqs.receiveMessage(receive -> receive.queueUrl(queue).waitTimeSeconds(10))
                            .messages())
                    .singleElement()
                    .satisfies(message -> {
                        assertThat(message.body()).isEqualTo("read by Node.js");
                        assertThat(response.payload().asUtf8String()).isEqualTo("\"" + message.messageId() + "\"");
                    });
        }
    }
}
