package io.laguna.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.testlake.BuiltEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvalidRequestContentException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.State;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** Functions, their versions, aliases and layers, and how they are called. */
@ExtendWith(LambdaLake.class)
class FunctionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String VERSION =
            "import os\ndef handler(event, context):\n    return context.function_version\n";
    private static final String COUNTS = "import boto3\ns3 = boto3.client('s3')\ndef handler(event, context):\n"
            + "    prefix = 'counts/' + context.function_name + '/'\n"
            + "    tries = s3.list_objects_v2(Bucket='tests', Prefix=prefix)['KeyCount']\n"
            + "    s3.put_object(Bucket='tests', Key=prefix + str(tries), Body=b'')\n"
            + "    if tries < event.get('fails', 0):\n        raise ValueError('try again')\n    return tries\n";

    private final LambdaLake.Running lake;
    private Lambda lambda;
    private LambdaClient client;
    private String name;

    FunctionsTest(LambdaLake.Running lake) {
        this.lake = lake;
    }

    @BeforeEach
    void open(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
        name = name.substring(0, Math.min(60, name.length()));
        lambda = lake.open();
        client = LambdaLake.Running.client(lambda);
    }

    @AfterEach
    void close() {
        lambda.close();
    }

    @Test
    void aFunctionIsPendingWhenItIsMadeAndActiveThen() {
        BuiltEngine.assume("python", "its Python");
        assertThat(client.createFunction(create -> create.functionName(name)
                                .role("arn:aws:iam::123456789012:role/tests")
                                .runtime("python3.9")
                                .handler("index.handler")
                                .code(code -> code.zipFile(Zips.of("index.py", VERSION))))
                        .state())
                .isEqualTo(State.PENDING);

        var made = client.getFunction(get -> get.functionName(name));

        assertThat(made.configuration().state()).isEqualTo(State.ACTIVE);
        assertThat(made.configuration().lastUpdateStatus()).isEqualTo(LastUpdateStatus.SUCCESSFUL);
        assertThat(made.configuration().codeSha256()).hasSize(44);
        assertThat(made.configuration().timeout()).isEqualTo(3);
        assertThat(made.code().location()).startsWith("http");
        assertThatThrownBy(() -> make(VERSION)).isInstanceOf(ResourceConflictException.class);
    }

    @Test
    void versionsStayAndAliasesLeadToThem() {
        make(VERSION);
        client.publishVersion(publish -> publish.functionName(name));
        assertThat(client.publishVersion(publish -> publish.functionName(name)).version())
                .as("nothing has changed")
                .isEqualTo("1");
        client.updateFunctionCode(update -> update.functionName(name)
                .publish(true)
                .zipFile(Zips.of("index.py", VERSION.replace("return ", "return 'second ' + "))));
        client.createAlias(alias -> alias.functionName(name).name("live").functionVersion("1"));

        assertThat(answer("live")).isEqualTo("\"1\"");
        client.updateAlias(alias -> alias.functionName(name)
                .name("live")
                .functionVersion("1")
                .routingConfig(routing -> routing.additionalVersionWeights(Map.of("2", 0.5))));
        assertThat(IntStream.range(0, 40).mapToObj(i -> answer("live")).distinct())
                .containsExactlyInAnyOrder("\"1\"", "\"second 2\"");
        assertThat(answer("2")).isEqualTo("\"second 2\"");
        assertThat(client.listVersionsByFunction(list -> list.functionName(name))
                        .versions())
                .extracting(version -> version.version())
                .containsExactly("$LATEST", "1", "2");
        assertThatThrownBy(() -> client.deleteFunction(
                        delete -> delete.functionName(name).qualifier("1")))
                .isInstanceOf(ResourceConflictException.class);
        assertThatThrownBy(() -> answer("3")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aChangeIsSeenByTheNextInvocationAndAnOldRevisionChangesNothing() {
        make("import os\ndef handler(event, context):\n    return os.environ.get('COLOUR')\n");
        String before =
                client.getFunctionConfiguration(get -> get.functionName(name)).revisionId();
        assertThat(answer("$LATEST")).isEqualTo("null");

        client.updateFunctionConfiguration(update -> update.functionName(name)
                .environment(environment -> environment.variables(Map.of("COLOUR", "vermilion"))));

        assertThat(answer("$LATEST")).isEqualTo("\"vermilion\"");
        assertThatThrownBy(() -> client.updateFunctionConfiguration(
                        update -> update.functionName(name).revisionId(before).timeout(5)))
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(
                        lake.engines()
                                .count(
                                        "select count(*) from lambda_version where configuration like '%vermilion%' or environment like '%vermilion%'"))
                .as("variables are sealed")
                .isZero();
    }

    @Test
    void codeComesFromABucketAndLayersLieBesideIt() {
        lake.s3()
                .putObject(
                        put -> put.bucket("tests").key("code/" + name + ".zip"),
                        RequestBody.fromBytes(Zips.of(
                                        "index.py",
                                        "import mine\ndef handler(event, context):\n    return [mine.NAME, open('/opt/data/a.txt').read()]\n")
                                .asByteArray()));
        String first = client.publishLayerVersion(publish -> publish.layerName(name)
                        .compatibleRuntimes(List.of())
                        .content(content -> content.zipFile(
                                Zips.of(Map.of("python/mine.py", "NAME = 'first'", "data/a.txt", "text")))))
                .layerVersionArn();
        String second = client.publishLayerVersion(publish -> publish.layerName(name + "-2")
                        .content(content -> content.zipFile(Zips.of("python/mine.py", "NAME = 'second'"))))
                .layerVersionArn();
        client.createFunction(create -> create.functionName(name)
                .role("arn:aws:iam::123456789012:role/tests")
                .runtime(BuiltEngine.python())
                .handler("index.handler")
                .layers(first, second)
                .code(code -> code.s3Bucket("tests").s3Key("code/" + name + ".zip")));

        assertThat(answer("$LATEST")).isEqualTo("[\"second\", \"text\"]");
        client.deleteLayerVersion(delete -> delete.layerName(name).versionNumber(1L));
        assertThat(answer("$LATEST")).isEqualTo("[\"second\", \"text\"]");
        assertThatThrownBy(() -> client.updateFunctionConfiguration(update -> update.functionName(name)
                        .layers("arn:aws:lambda:eu-west-1:336392948345:layer:AWSSDKPandas-Python312:16")))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("publish-layer-version");
    }

    @Test
    void zipFilesThatLeaveTheirFolderOrAreNoneAreRefused() {
        BuiltEngine.assume("python", "its Python");
        assertThatThrownBy(() -> make(Zips.of("../outside.py", "x = 1")))
                .isInstanceOf(InvalidParameterValueException.class);
        assertThatThrownBy(() -> make(Zips.of("/etc/outside.py", "x = 1")))
                .isInstanceOf(InvalidParameterValueException.class);
        assertThatThrownBy(() -> make(SdkBytes.fromUtf8String("this is no zip file")))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("Could not unzip uploaded file");
        assertThatThrownBy(() -> make(Zips.of(Map.of()))).isInstanceOf(InvalidParameterValueException.class);
        assertThatThrownBy(() -> client.getFunction(get -> get.functionName(name)))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Function not found: arn:aws:lambda:eu-west-1:123456789012:function:" + name);
    }

    @Test
    void payloadsThatAreTooLargeOrNoJsonAreRefused() {
        make(VERSION);
        SdkBytes large = SdkBytes.fromUtf8String("\"" + "x".repeat(6_291_455) + "\"");

        assertThatThrownBy(
                        () -> client.invoke(invoke -> invoke.functionName(name).payload(large)))
                .isInstanceOfSatisfying(LambdaException.class, failure -> {
                    assertThat(failure.statusCode()).isEqualTo(413);
                    assertThat(failure.awsErrorDetails().errorCode()).isEqualTo("RequestEntityTooLargeException");
                })
                .hasMessageContaining(
                        "6291457 byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)");
        assertThatThrownBy(() -> client.invoke(
                        invoke -> invoke.functionName(name).payload(SdkBytes.fromUtf8String("{not json"))))
                .isInstanceOf(InvalidRequestContentException.class);
        assertThatThrownBy(() -> client.invoke(invoke -> invoke.functionName("no_such_function")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(client.invoke(invoke -> invoke.functionName(name).invocationType(InvocationType.DRY_RUN))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void moreInvocationsThanAreReservedAreThrottled() {
        make("import time\ndef handler(event, context):\n    time.sleep(event['seconds'])\n");
        client.putFunctionConcurrency(put -> put.functionName(name).reservedConcurrentExecutions(1));
        CompletableFuture<InvokeResponse> first = CompletableFuture.supplyAsync(() -> client.invoke(
                invoke -> invoke.functionName(name).payload(SdkBytes.fromUtf8String("{\"seconds\": 2}"))));

        await().atMost(PATIENCE).untilAsserted(() -> assertThatThrownBy(() -> client.invoke(
                        invoke -> invoke.functionName(name).payload(SdkBytes.fromUtf8String("{\"seconds\": 0}"))))
                .isInstanceOfSatisfying(TooManyRequestsException.class, refusal -> assertThat(refusal.statusCode())
                        .isIn(0, 429)));

        assertThat(first.join().statusCode()).isEqualTo(200);
        client.putFunctionConcurrency(put -> put.functionName(name).reservedConcurrentExecutions(0));
        assertThatThrownBy(() -> client.invoke(invoke -> invoke.functionName(name)))
                .isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void aLaterInvocationIsTriedAgainAndItsEndIsTold() {
        make(COUNTS);
        client.putFunctionEventInvokeConfig(put -> put.functionName(name)
                .destinationConfig(
                        destinations -> destinations.onFailure(failure -> failure.destination("arn:aws:s3:::tests"))));

        later("{\"fails\": 2}");
        await().atMost(PATIENCE).until(() -> keys("counts/" + name + "/").size(), tries -> tries == 3);
        later("{\"fails\": 9}");
        String record = await().atMost(PATIENCE)
                .until(() -> keys("aws/lambda/async/" + name + "/"), found -> found.size() == 1)
                .get(0);

        assertThat(keys("counts/" + name + "/")).hasSize(6);
        assertThat(lake.s3()
                        .getObjectAsBytes(get -> get.bucket("tests").key(record))
                        .asUtf8String())
                .contains(
                        "\"condition\":\"RetriesExhausted\"",
                        "\"approximateInvokeCount\":3",
                        "\"fails\":9",
                        "try again");
        assertThatThrownBy(() -> client.putFunctionEventInvokeConfig(put -> put.functionName(name)
                        .destinationConfig(destinations ->
                                destinations.onSuccess(success -> success.destination("arn:aws:s3:::tests")))))
                .isInstanceOf(InvalidParameterValueException.class);
    }

    @Test
    void whatWasPromisedIsInvokedAfterARestart() {
        make(COUNTS);
        lambda.close();
        later("{}");

        lambda = lake.open();

        await().atMost(PATIENCE).until(() -> keys("counts/" + name + "/").size(), tries -> tries == 1);
    }

    @Test
    void anEnvironmentIsUsedAgainAndNothingOfItIsLeft() throws Exception {
        make("import os, subprocess\ncalls = []\ndef handler(event, context):\n    calls.append(1)\n"
                + "    subprocess.Popen(['sleep', '54321'], start_new_session=True)\n    return len(calls)\n");

        assertThat(answer("$LATEST")).isEqualTo("1");
        assertThat(answer("$LATEST")).isEqualTo("2");
        assertThat(sleepers()).isPositive();
        lambda.close();

        await().atMost(PATIENCE).until(this::sleepers, left -> left == 0);
    }

    @Test
    void oneThatPrintsWithoutEndIsEndedByItsTime() {
        client.createFunction(create -> create.functionName(name)
                .role("arn:aws:iam::123456789012:role/tests")
                .runtime(BuiltEngine.python())
                .handler("index.handler")
                .timeout(2)
                .code(code -> code.zipFile(Zips.of(
                        "index.py", "def handler(event, context):\n    while True:\n        print('x' * 1000)\n"))));

        InvokeResponse response =
                client.invoke(invoke -> invoke.functionName(name).logType("Tail"));

        assertThat(response.payload().asUtf8String()).contains("Task timed out after 2.00 seconds");
        assertThat(new String(Base64.getDecoder().decode(response.logResult()), StandardCharsets.UTF_8))
                .contains("REPORT RequestId")
                .hasSizeLessThanOrEqualTo(4096);
    }

    @Test
    void manyInvocationsAtOnceHaveAnEnvironmentEach() {
        make("import time, os\ndef handler(event, context):\n    time.sleep(0.2)\n    return [event, os.getpid()]\n");

        List<CompletableFuture<String>> answers = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> client.invoke(invoke ->
                                invoke.functionName(name).payload(SdkBytes.fromUtf8String(Integer.toString(i))))
                        .payload()
                        .asUtf8String()))
                .toList();

        assertThat(IntStream.range(0, 12).filter(i -> answers.get(i).join().startsWith("[" + i + ",")))
                .hasSize(12);
    }

    private long sleepers() throws Exception {
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            long found = 0;
            for (Path process : processes) {
                Path line = process.resolve("cmdline");
                if (Files.isReadable(line) && Files.exists(line) && text(line).contains("54321")) {
                    found++;
                }
            }
            return found;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private List<String> keys(String prefix) {
        return lake.s3().listObjectsV2(list -> list.bucket("tests").prefix(prefix)).contents().stream()
                .map(object -> object.key())
                .toList();
    }

    private void later(String payload) {
        assertThat(client.invoke(invoke -> invoke.functionName(name)
                                .invocationType(InvocationType.EVENT)
                                .payload(SdkBytes.fromUtf8String(payload)))
                        .statusCode())
                .isEqualTo(202);
    }

    private String answer(String qualifier) {
        InvokeResponse response =
                client.invoke(invoke -> invoke.functionName(name).qualifier(qualifier));
        assertThat(response.functionError())
                .as(response.payload().asUtf8String())
                .isNull();
        return response.payload().asUtf8String();
    }

    private void make(String code) {
        make(Zips.of("index.py", code));
    }

    private void make(SdkBytes zip) {
        client.createFunction(create -> create.functionName(name)
                .role("arn:aws:iam::123456789012:role/tests")
                .runtime(BuiltEngine.python())
                .handler("index.handler")
                .memorySize(256)
                .timeout(20)
                .code(code -> code.zipFile(zip)));
    }
}
