package io.laguna.emulator.apigateway.backend;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.policy.InvokePermission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** The calls of functions, each in a thread of its own: an API does not wait for a function as long as Lambda does. */
public final class FunctionCalls {
    private static final int TOO_LARGE = 413;

    private final Function<Caller, LambdaClient> functions;
    private final ExecutorService executor;

    public FunctionCalls(Function<Caller, LambdaClient> functions, ExecutorService executor) {
        this.functions = functions;
        this.executor = executor;
    }

    /**
     * Returns what a function has returned.
     *
     * @param permission that the function's policy has to give; empty where it is called in a role's name
     */
    public byte[] call(FunctionUri function, Optional<InvokePermission> permission, byte[] event, Duration patience)
            throws TargetFailure {
        LambdaClient lambda = functions.apply(function.owner());
        if (permission.isPresent() && !isAllowed(lambda, function, permission.get())) {
            throw new TargetFailure(
                    TargetFault.REFUSED,
                    "The function " + function.arn() + " is not there, or its policy does not let "
                            + permission.get().source() + " call it (AddPermission for apigateway.amazonaws.com)");
        }
        InvokeResponse response = answer(
                executor.submit(() -> lambda.invoke(invoke -> invoke.functionName(function.arn())
                        .qualifier(function.qualifier().orElse(null))
                        .payload(SdkBytes.fromByteArray(event)))),
                patience);
        byte[] payload = response.payload().asByteArray();
        if (response.functionError() != null) {
            throw new TargetFailure(
                    TargetFault.FAILED,
                    "Lambda execution failed: " + new String(response.payload().asByteArray(), StandardCharsets.UTF_8));
        }
        return payload;
    }

    private static boolean isAllowed(LambdaClient lambda, FunctionUri function, InvokePermission permission) {
        try {
            return permission.isIn(lambda.getPolicy(get -> get.functionName(function.arn())
                            .qualifier(function.qualifier().orElse(null)))
                    .policy());
        } catch (ResourceNotFoundException e) {
            return false;
        }
    }

    private static InvokeResponse answer(Future<InvokeResponse> call, Duration patience) throws TargetFailure {
        try {
            return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new TargetFailure(TargetFault.TIMED_OUT, "Endpoint request timed out");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetFailure(TargetFault.UNREACHABLE, "Laguna ends");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LambdaException failure) {
                throw new TargetFailure(
                        failure.statusCode() == TOO_LARGE ? TargetFault.TOO_LARGE : TargetFault.REFUSED,
                        failure.getMessage());
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
