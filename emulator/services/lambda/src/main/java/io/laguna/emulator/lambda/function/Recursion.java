package io.laguna.emulator.lambda.function;

import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.record.FunctionRow;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Room;
import software.amazon.awssdk.services.lambda.model.GetFunctionRecursionConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionRecursionConfigResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionRecursionConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionRecursionConfigResponse;
import software.amazon.awssdk.services.lambda.model.RecursiveLoop;

/**
 * Whether functions may be invoked in loops.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html">Recursive loop detection</a>
 */
public final class Recursion extends Room {
    private final FunctionContext context;

    public Recursion(FunctionContext context) {
        this.context = context;
    }

    @Override
    public PutFunctionRecursionConfigResponse putFunctionRecursionConfig(PutFunctionRecursionConfigRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        new Constraints()
                .present("recursiveLoop", request.recursiveLoopAsString())
                .oneOf("recursiveLoop", request.recursiveLoopAsString(), RecursiveLoop.knownValues())
                .check();
        context.write(transaction -> {
            FunctionRow function = context.functions(transaction).lock(name);
            context.functions(transaction).letLoop(function, request.recursiveLoop() == RecursiveLoop.ALLOW);
            return function;
        });
        return PutFunctionRecursionConfigResponse.builder()
                .recursiveLoop(request.recursiveLoop())
                .build();
    }

    @Override
    public GetFunctionRecursionConfigResponse getFunctionRecursionConfig(GetFunctionRecursionConfigRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        FunctionRow function = context.read(handle -> context.functions(handle).require(name));
        return GetFunctionRecursionConfigResponse.builder()
                .recursiveLoop(function.mayLoop() ? RecursiveLoop.ALLOW : RecursiveLoop.TERMINATE)
                .build();
    }
}
