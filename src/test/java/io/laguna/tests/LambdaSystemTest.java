package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.lake.LakeClients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/** Functions on the whole lake, from a client over HTTP. */
@ExtendWith(SharedLake.class)
@NeedsPython
class LambdaSystemTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final LakeClients clients;

    LambdaSystemTest(SharedLake.Running running) {
        this.clients = new LakeClients(running.lake().endpoint(), running.lake().keys());
    }

    @Test
    void aFileThatArrivesStartsAJobOfGlue() {
        try (LambdaClient lambda = clients.client(LambdaClient.builder());
                S3Client s3 = clients.s3()) {
            s3.createBucket(create -> create.bucket("lambda-arrives"));
            s3.putObject(
                    put -> put.bucket("lambda-arrives").key("code/job.py"),
                    RequestBody.fromString(
                            "import sys, boto3\nkey = sys.argv[sys.argv.index('--key') + 1]\n"
                                    + "boto3.client('s3').put_object(Bucket='lambda-arrives', Key='done', Body=key.encode())\n"));
            FunctionZip.make(
                    lambda,
                    "arrives",
                    "import boto3\nfrom urllib.parse import unquote_plus\nglue = boto3.client('glue')\n"
                            + "def handler(event, context):\n"
                            + "    key = unquote_plus(event['Records'][0]['s3']['object']['key'])\n"
                            + "    glue.create_job(Name='arrived', Role='any', Command={'Name': 'pythonshell',"
                            + " 'PythonVersion': '3.9', 'ScriptLocation': 's3://lambda-arrives/code/job.py'})\n"
                            + "    return glue.start_job_run(JobName='arrived', Arguments={'--key': key})['JobRunId']\n");
            FilterRule below = FilterRule.builder().name("prefix").value("in/").build();
            LambdaFunctionConfiguration arrives = LambdaFunctionConfiguration.builder()
                    .lambdaFunctionArn("arn:aws:lambda:us-east-1:000000000000:function:arrives")
                    .events(Event.S3_OBJECT_CREATED)
                    .filter(filter -> filter.key(key -> key.filterRules(below)))
                    .build();
            s3.putBucketNotificationConfiguration(put -> put.bucket("lambda-arrives")
                    .notificationConfiguration(to -> to.lambdaFunctionConfigurations(arrives)));

            s3.putObject(put -> put.bucket("lambda-arrives").key("in/a file.csv"), RequestBody.fromString("1"));

            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(s3.getObjectAsBytes(
                                    get -> get.bucket("lambda-arrives").key("done"))
                            .asUtf8String())
                    .isEqualTo("in/a file.csv"));
        }
    }

    @Test
    void codeIsFetchedFromTheAddressOfItsFunction() throws IOException, InterruptedException {
        String code = "def handler(event, context):\n    return event\n";
        try (LambdaClient lambda = clients.client(LambdaClient.builder())) {
            FunctionZip.make(lambda, "fetched", code);
            String location = lambda.getFunction(get -> get.functionName("fetched"))
                    .code()
                    .location();

            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(location)).build(),
                            HttpResponse.BodyHandlers.ofByteArray());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(lambda.updateFunctionCode(update ->
                                    update.functionName("fetched").zipFile(SdkBytes.fromByteArray(answer.body())))
                            .codeSha256())
                    .isEqualTo(lambda.getFunctionConfiguration(
                                    get -> get.functionName("arn:aws:lambda:us-east-1:000000000000:function:fetched"))
                            .codeSha256());
            InvokeResponse echo = lambda.invoke(
                    invoke -> invoke.functionName("fetched").payload(SdkBytes.fromUtf8String("{\"a\": \"ü\"}")));
            assertThat(echo.payload().asUtf8String()).isEqualTo("{\"a\": \"ü\"}");
            assertThat(lambda.getFunctionCodeSigningConfig(get -> get.functionName("fetched"))
                            .codeSigningConfigArn())
                    .isNull();
        }
    }

    @Test
    void aScheduleInvokesAFunctionWithItsInput() {
        try (LambdaClient lambda = clients.client(LambdaClient.builder());
                SchedulerClient scheduler = clients.client(SchedulerClient.builder());
                S3Client s3 = clients.s3()) {
            s3.createBucket(create -> create.bucket("lambda-scheduled"));
            FunctionZip.make(
                    lambda,
                    "scheduled",
                    "import boto3, json\ndef handler(event, context):\n    boto3.client('s3').put_object("
                            + "Bucket='lambda-scheduled', Key='input', Body=json.dumps(event).encode())\n");

            scheduler.createSchedule(create -> create.name("scheduled")
                    .scheduleExpression("at("
                            + LocalDateTime.now(ZoneOffset.UTC)
                                    .plusSeconds(6)
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .format(TIME)
                            + ")")
                    .flexibleTimeWindow(window -> window.mode("OFF"))
                    .target(target -> target.arn("arn:aws:lambda:us-east-1:000000000000:function:scheduled")
                            .roleArn("arn:aws:iam::000000000000:role/tests")
                            .input("{\"day\": \"2021-01-01\"}")));

            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(s3.getObjectAsBytes(
                                    get -> get.bucket("lambda-scheduled").key("input"))
                            .asUtf8String())
                    .isEqualTo("{\"day\": \"2021-01-01\"}"));
        }
    }
}
