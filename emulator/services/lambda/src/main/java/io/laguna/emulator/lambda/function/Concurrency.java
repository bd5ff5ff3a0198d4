package io.laguna.emulator.lambda.function;

import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.record.FunctionRecords;
import io.laguna.emulator.lambda.record.FunctionRow;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Room;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyResponse;

/**
 * How many invocations of a function may go on at once.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html">Reserved concurrency</a>
 */
public final class Concurrency extends Room {
    /** The invocations that may go on at once in an account by default, and those of them that cannot be reserved. */
    static final int ACCOUNT = 1000;

    private static final int UNRESERVED = 100;

    private final FunctionContext context;

    public Concurrency(FunctionContext context) {
        this.context = context;
    }

    @Override
    public PutFunctionConcurrencyResponse putFunctionConcurrency(PutFunctionConcurrencyRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        new Constraints()
                .present("reservedConcurrentExecutions", request.reservedConcurrentExecutions())
                .range("reservedConcurrentExecutions", request.reservedConcurrentExecutions(), 0, Integer.MAX_VALUE)
                .check();
        int asked = request.reservedConcurrentExecutions();
        context.write(transaction -> {
            FunctionRecords functions = context.functions(transaction);
            FunctionRow function = functions.lock(name);
            long others =
                    functions.reserved(context.caller()) - function.reserved().orElse(0);
            if (others + asked > ACCOUNT - UNRESERVED) {
                throw Failures.invalid("Specified ReservedConcurrentExecutions for function decreases account's"
                        + " UnreservedConcurrentExecution below its minimum value of [" + UNRESERVED + "].");
            }
            functions.reserve(function, Optional.of(asked));
            return function;
        });
        return PutFunctionConcurrencyResponse.builder()
                .reservedConcurrentExecutions(asked)
                .build();
    }

    @Override
    public GetFunctionConcurrencyResponse getFunctionConcurrency(GetFunctionConcurrencyRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        FunctionRow function = context.read(handle -> context.functions(handle).require(name));
        return GetFunctionConcurrencyResponse.builder()
                .reservedConcurrentExecutions(function.reserved().orElse(null))
                .build();
    }

    @Override
    public DeleteFunctionConcurrencyResponse deleteFunctionConcurrency(DeleteFunctionConcurrencyRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        context.write(transaction -> {
            FunctionRow function = context.functions(transaction).lock(name);
            context.functions(transaction).reserve(function, Optional.empty());
            return function;
        });
        return DeleteFunctionConcurrencyResponse.builder().build();
    }
}
