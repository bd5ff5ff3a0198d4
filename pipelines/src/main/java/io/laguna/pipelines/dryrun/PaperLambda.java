package io.laguna.pipelines.dryrun;

import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.AddPermissionResponse;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.State;

/** Lambda on paper. Names that AWS would give are in angle brackets. */
final class PaperLambda implements LambdaClient {
    private static final String SERVICE = "lambda";

    private final Paper paper;

    PaperLambda(Paper paper) {
        this.paper = paper;
    }

    @Override
    public CreateFunctionResponse createFunction(CreateFunctionRequest request) {
        paper.write(SERVICE, request);
        return CreateFunctionResponse.builder().build();
    }

    @Override
    public GetFunctionConfigurationResponse getFunctionConfiguration(GetFunctionConfigurationRequest request) {
        paper.write(SERVICE, request);
        return GetFunctionConfigurationResponse.builder()
                .functionArn("arn:aws:lambda:<region>:<account>:function:" + request.functionName())
                .state(State.ACTIVE)
                .build();
    }

    @Override
    public AddPermissionResponse addPermission(AddPermissionRequest request) {
        paper.write(SERVICE, request);
        return AddPermissionResponse.builder().build();
    }

    @Override
    public InvokeResponse invoke(InvokeRequest request) {
        paper.write(SERVICE, request);
        return InvokeResponse.builder().statusCode(200).build();
    }

    @Override
    public String serviceName() {
        return SERVICE;
    }

    @Override
    public void close() {}
}
