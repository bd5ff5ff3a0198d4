package io.laguna.emulator.lambda.function;

import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.lambda.record.EventConfigs;
import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.record.FunctionRow;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Room;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionEventInvokeConfigResponse;
import software.amazon.awssdk.services.lambda.model.DestinationConfig;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionEventInvokeConfigsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionEventInvokeConfigsResponse;
import software.amazon.awssdk.services.lambda.model.OnFailure;
import software.amazon.awssdk.services.lambda.model.OnSuccess;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionEventInvokeConfigResponse;

/**
 * The settings of functions for later invocations: how often they are tried, and who is told how they ended.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html">Records of
 *     asynchronous invocations</a>
 */
public final class EventSettings extends Room {
    private static final int LARGEST_PAGE = 50;
    private static final Pattern DESTINATION = Pattern.compile("arn:aws[a-zA-Z-]*:"
            + "(lambda:[a-z0-9-]+:\\d{12}:function:.+|(sqs|sns):[a-z0-9-]+:\\d{12}:[a-zA-Z0-9_-]+"
            + "|events:[a-z0-9-]+:\\d{12}:event-bus/[a-zA-Z0-9._/-]+)");
    private static final Pattern BUCKET = Pattern.compile("arn:aws[a-zA-Z-]*:s3:::[^/]+");

    private final FunctionContext context;

    public EventSettings(FunctionContext context) {
        this.context = context;
    }

    @Override
    public PutFunctionEventInvokeConfigResponse putFunctionEventInvokeConfig(
            PutFunctionEventInvokeConfigRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName(), request.qualifier());
        check(request.maximumRetryAttempts(), request.maximumEventAgeInSeconds(), request.destinationConfig());
        FunctionEventInvokeConfig made = context.write(transaction -> put(
                transaction,
                name,
                FunctionEventInvokeConfig.builder()
                        .maximumRetryAttempts(request.maximumRetryAttempts())
                        .maximumEventAgeInSeconds(request.maximumEventAgeInSeconds())
                        .destinationConfig(whole(Optional.ofNullable(request.destinationConfig())))));
        return Shapes.copy(made, PutFunctionEventInvokeConfigResponse.builder()).build();
    }

    @Override
    public UpdateFunctionEventInvokeConfigResponse updateFunctionEventInvokeConfig(
            UpdateFunctionEventInvokeConfigRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName(), request.qualifier());
        check(request.maximumRetryAttempts(), request.maximumEventAgeInSeconds(), request.destinationConfig());
        FunctionEventInvokeConfig made = context.write(transaction -> {
            FunctionEventInvokeConfig.Builder after = require(transaction, name).toBuilder();
            Optional.ofNullable(request.maximumRetryAttempts()).ifPresent(after::maximumRetryAttempts);
            Optional.ofNullable(request.maximumEventAgeInSeconds()).ifPresent(after::maximumEventAgeInSeconds);
            Optional.ofNullable(request.destinationConfig())
                    .ifPresent(given -> after.destinationConfig(whole(Optional.of(given))));
            return put(transaction, name, after);
        });
        return Shapes.copy(made, UpdateFunctionEventInvokeConfigResponse.builder())
                .build();
    }

    @Override
    public GetFunctionEventInvokeConfigResponse getFunctionEventInvokeConfig(
            GetFunctionEventInvokeConfigRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName(), request.qualifier());
        FunctionEventInvokeConfig found = context.read(handle -> require(handle, name));
        return Shapes.copy(found, GetFunctionEventInvokeConfigResponse.builder())
                .build();
    }

    @Override
    public ListFunctionEventInvokeConfigsResponse listFunctionEventInvokeConfigs(
            ListFunctionEventInvokeConfigsRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        new Constraints()
                .page(request.marker(), request.maxItems(), LARGEST_PAGE)
                .check();
        List<FunctionEventInvokeConfig> all = context.read(
                handle -> new EventConfigs(handle).all(context.functions(handle).require(name)));
        Page<FunctionEventInvokeConfig> page = Page.ofOrdered(
                all,
                FunctionEventInvokeConfig::functionArn,
                request.marker(),
                Page.size(request.maxItems(), LARGEST_PAGE),
                Failures::badMarker);
        return ListFunctionEventInvokeConfigsResponse.builder()
                .functionEventInvokeConfigs(page.entries())
                .nextMarker(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public DeleteFunctionEventInvokeConfigResponse deleteFunctionEventInvokeConfig(
            DeleteFunctionEventInvokeConfigRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName(), request.qualifier());
        context.write(transaction -> {
            FunctionRow function = context.functions(transaction).lock(name);
            if (!new EventConfigs(transaction).delete(function, qualifier(name))) {
                throw none(name);
            }
            return function;
        });
        return DeleteFunctionEventInvokeConfigResponse.builder().build();
    }

    private FunctionEventInvokeConfig put(
            Handle transaction, FunctionName name, FunctionEventInvokeConfig.Builder settings) {
        FunctionRow function = context.qualified(transaction).find(name).function();
        FunctionEventInvokeConfig made = settings.functionArn(name.arn() + ":" + qualifier(name))
                .lastModified(context.clock().instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
        new EventConfigs(transaction).put(function, qualifier(name), made);
        return made;
    }

    private FunctionEventInvokeConfig require(Handle handle, FunctionName name) {
        FunctionRow function = context.functions(handle).require(name);
        return new EventConfigs(handle).find(function, qualifier(name)).orElseThrow(() -> none(name));
    }

    private static String qualifier(FunctionName name) {
        return name.qualifier().orElse(FunctionName.LATEST);
    }

    private static RuntimeException none(FunctionName name) {
        return Failures.notFound(
                "The function " + name.arn() + ":" + qualifier(name) + " doesn't have an EventInvokeConfig");
    }

    private static DestinationConfig whole(Optional<DestinationConfig> asked) {
        return DestinationConfig.builder()
                .onSuccess(asked.map(DestinationConfig::onSuccess)
                        .orElseGet(() -> OnSuccess.builder().build()))
                .onFailure(asked.map(DestinationConfig::onFailure)
                        .orElseGet(() -> OnFailure.builder().build()))
                .build();
    }

    private static void check(Integer attempts, Integer age, DestinationConfig asked) {
        new Constraints()
                .range("maximumRetryAttempts", attempts, 0, 2)
                .range("maximumEventAgeInSeconds", age, 60, 21_600)
                .check();
        Optional<DestinationConfig> destinations = Optional.ofNullable(asked);
        destinations
                .map(DestinationConfig::onSuccess)
                .map(OnSuccess::destination)
                .ifPresent(arn -> check(arn, false));
        destinations
                .map(DestinationConfig::onFailure)
                .map(OnFailure::destination)
                .ifPresent(arn -> check(arn, true));
    }

    /** A bucket can be told of failures alone. */
    private static void check(String arn, boolean failure) {
        new Constraints().length("destination", arn, 0, 350).check();
        boolean known = arn.isEmpty()
                || DESTINATION.matcher(arn).matches()
                || (failure && BUCKET.matcher(arn).matches());
        if (!known) {
            throw Failures.invalid("The destination ARN " + arn + " is invalid. A destination is a function, a standard"
                    + " queue, a standard topic, an event bus, or a bucket of failures.");
        }
    }
}
