package io.laguna.pipelines.run;

import io.laguna.pipelines.follow.Questions;
import java.util.function.Predicate;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.FunctionCode;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.State;

/** The making of functions. */
public record FunctionDeployment(LambdaClient lambda, Questions questions) {

    /**
     * Makes a function, or gives it the present code and settings, and waits until it can be invoked.
     *
     * @return its ARN
     */
    public String deploy(CreateFunctionRequest wanted) {
        try {
            lambda.createFunction(wanted);
        } catch (ResourceConflictException e) {
            update(wanted);
        }
        return ready(wanted.functionName()).functionArn();
    }

    private void update(CreateFunctionRequest wanted) {
        FunctionCode code = wanted.code();
        until(
                wanted.functionName(),
                function -> function.state() != State.PENDING
                        && function.lastUpdateStatus() != LastUpdateStatus.IN_PROGRESS);
        lambda.updateFunctionCode(function -> function.functionName(wanted.functionName())
                .zipFile(code.zipFile())
                .s3Bucket(code.s3Bucket())
                .s3Key(code.s3Key()));
        ready(wanted.functionName());
        lambda.updateFunctionConfiguration(function -> {
            function.functionName(wanted.functionName())
                    .runtime(wanted.runtime())
                    .handler(wanted.handler())
                    .role(wanted.role())
                    .timeout(wanted.timeout())
                    .memorySize(wanted.memorySize());
            if (wanted.environment() != null) {
                function.environment(wanted.environment());
            }
        });
    }

    private GetFunctionConfigurationResponse ready(String name) {
        return until(
                name,
                function -> function.state() == State.ACTIVE
                        && function.lastUpdateStatus() != LastUpdateStatus.IN_PROGRESS);
    }

    private GetFunctionConfigurationResponse until(String name, Predicate<GetFunctionConfigurationResponse> expected) {
        return questions.until(
                "The function " + name,
                questions.patience().deadline(),
                () -> lambda.getFunctionConfiguration(function -> function.functionName(name)),
                expected);
    }

    /** Lets somebody invoke a function, unless the statement of this id is there. */
    public void allow(AddPermissionRequest permission) {
        try {
            lambda.addPermission(permission);
        } catch (ResourceConflictException e) {
            // An earlier run has allowed it.
        }
    }
}
