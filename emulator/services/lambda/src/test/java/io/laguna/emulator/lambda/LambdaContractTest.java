package io.laguna.emulator.lambda;

import io.laguna.emulator.testkit.ServiceContract;
import io.laguna.emulator.testlake.EngineLake;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AddLayerVersionPermissionRequest;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.CreateAliasRequest;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishVersionRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigRequest;

@ExtendWith(LambdaLake.class)
class LambdaContractTest extends ServiceContract<LambdaClient> {
    private final LambdaLake.Running lake;
    private Lambda lambda;

    LambdaContractTest(LambdaLake.Running lake) {
        super(LambdaClient.class, "lambda-2015-03-31", "lambda");
        this.lake = lake;
        this.lambda = lake.open();
    }

    @AfterEach
    void close() {
        lambda.close();
    }

    @Override
    protected List<LambdaClient> rooms() {
        return lambda.rooms(EngineLake.CALLER);
    }

    @Override
    protected void restart() {
        close();
        lambda = lake.open();
    }

    @Override
    protected List<Creation> creations(String name) {
        lake.sqs(EngineLake.CALLER).createQueue(create -> create.queueName(name));
        return List.of(
                made -> CreateFunctionRequest.builder()
                        .functionName(name)
                        .role("arn:aws:iam::123456789012:role/tests")
                        .runtime("python3.12")
                        .handler("index.handler")
                        .code(code -> code.zipFile(Zips.of("index.py", "def handler(event, context): pass")))
                        .build(),
                made -> PublishVersionRequest.builder().functionName(name).build(),
                made -> CreateAliasRequest.builder()
                        .functionName(name)
                        .name("live")
                        .functionVersion("1")
                        .build(),
                made -> AddPermissionRequest.builder()
                        .functionName(name)
                        .statementId("contract")
                        .action("lambda:InvokeFunction")
                        .principal("s3.amazonaws.com")
                        .build(),
                made -> PutFunctionConcurrencyRequest.builder()
                        .functionName(name)
                        .reservedConcurrentExecutions(1)
                        .build(),
                made -> PutFunctionEventInvokeConfigRequest.builder()
                        .functionName(name)
                        .maximumRetryAttempts(1)
                        .build(),
                made -> CreateFunctionUrlConfigRequest.builder()
                        .functionName(name)
                        .authType(FunctionUrlAuthType.NONE)
                        .build(),
                made -> CreateEventSourceMappingRequest.builder()
                        .functionName(name)
                        .eventSourceArn(EngineLake.CALLER.arn("sqs", name))
                        .enabled(false)
                        .build(),
                made -> PublishLayerVersionRequest.builder()
                        .layerName(name)
                        .content(content -> content.zipFile(Zips.of("python/mine.py", "x = 1")))
                        .build(),
                made -> AddLayerVersionPermissionRequest.builder()
                        .layerName(name)
                        .versionNumber(1L)
                        .statementId("contract")
                        .action("lambda:GetLayerVersion")
                        .principal("*")
                        .build());
    }

    @Override
    protected Map<String, String> known(Map<String, String> made) {
        Map<String, String> known = new HashMap<>();
        known.put("Resource", function(made.get("FunctionName")));
        known.put("Qualifier", "");
        return known;
    }

    /** Addresses of code are new each time, and a mapping's state follows what is wanted. */
    @Override
    protected Set<String> differingReads() {
        return Set.of(
                "GetFunction",
                "GetLayerVersion",
                "GetLayerVersionByArn",
                "GetEventSourceMapping",
                "ListEventSourceMappings");
    }

    @Override
    protected String taggable(Map<String, String> made) {
        return function(made.get("FunctionName"));
    }

    @Override
    protected String missing(Map<String, String> made) {
        return taggable(made) + "_missing";
    }

    @Override
    protected Map<String, String> tags(String resource) {
        return LambdaLake.Running.client(lambda)
                .listTags(list -> list.resource(resource))
                .tags();
    }

    private static String function(String name) {
        return EngineLake.CALLER.arn("lambda", "function:" + name);
    }
}
