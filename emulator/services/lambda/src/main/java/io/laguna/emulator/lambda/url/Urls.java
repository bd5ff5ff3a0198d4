package io.laguna.emulator.lambda.url;

import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.request.RandomIds;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.record.FunctionRow;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Room;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lambda.model.CreateFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionUrlConfigResponse;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionUrlConfigResponse;
import software.amazon.awssdk.services.lambda.model.FunctionUrlConfig;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigResponse;
import software.amazon.awssdk.services.lambda.model.InvokeMode;
import software.amazon.awssdk.services.lambda.model.ListFunctionUrlConfigsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionUrlConfigsResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionUrlConfigResponse;

/**
 * The operations on the URLs of functions.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html">Function URLs</a>
 */
public final class Urls extends Room {
    private static final RandomIds IDS = new RandomIds("abcdefghijklmnopqrstuvwxyz234567");
    private static final int ID_LENGTH = 32;
    private static final int LARGEST_PAGE = 50;

    private final FunctionContext context;
    private final String endpoint;

    /**
     * Creates the room.
     *
     * @param endpoint at which the lake answers: {@code http://127.0.0.1:4566}
     */
    public Urls(FunctionContext context, String endpoint) {
        this.context = context;
        this.endpoint = endpoint;
    }

    @Override
    public CreateFunctionUrlConfigResponse createFunctionUrlConfig(CreateFunctionUrlConfigRequest request) {
        FunctionName name = name(request.functionName(), request.qualifier());
        new Constraints().present("authType", request.authTypeAsString()).check();
        UrlRules.check(request.authTypeAsString(), request.invokeModeAsString(), Optional.ofNullable(request.cors()));
        String now = now();
        UrlRow made = new UrlRow(
                IDS.next(ID_LENGTH),
                name,
                FunctionUrlConfig.builder()
                        .functionArn(name.qualifiedArn())
                        .authType(request.authTypeAsString())
                        .cors(request.cors())
                        .invokeMode(InvokeMode.BUFFERED)
                        .creationTime(now)
                        .lastModifiedTime(now)
                        .build());
        context.write(transaction -> {
            FunctionRow function = context.qualified(transaction).find(name).function();
            if (!new UrlRecords(transaction).insert(function, made)) {
                throw Failures.conflict("Failed to create function url config for [functionArn = " + name.qualifiedArn()
                        + "]. Error message:  FunctionUrlConfig exists for this Lambda function");
            }
            return made;
        });
        return Shapes.copy(made.shown(endpoint), CreateFunctionUrlConfigResponse.builder())
                .build();
    }

    @Override
    public UpdateFunctionUrlConfigResponse updateFunctionUrlConfig(UpdateFunctionUrlConfigRequest request) {
        FunctionName name = name(request.functionName(), request.qualifier());
        UrlRules.check(request.authTypeAsString(), request.invokeModeAsString(), Optional.ofNullable(request.cors()));
        UrlRow changed = context.write(transaction -> {
            UrlRow before = require(transaction, name);
            FunctionUrlConfig.Builder after = before.configuration().toBuilder().lastModifiedTime(now());
            Optional.ofNullable(request.authTypeAsString()).ifPresent(after::authType);
            Optional.ofNullable(request.cors()).ifPresent(after::cors);
            UrlRow url = new UrlRow(before.id(), before.function(), after.build());
            new UrlRecords(transaction).update(url);
            return url;
        });
        return Shapes.copy(changed.shown(endpoint), UpdateFunctionUrlConfigResponse.builder())
                .build();
    }

    @Override
    public GetFunctionUrlConfigResponse getFunctionUrlConfig(GetFunctionUrlConfigRequest request) {
        FunctionName name = name(request.functionName(), request.qualifier());
        UrlRow found = context.read(handle -> require(handle, name));
        return Shapes.copy(found.shown(endpoint), GetFunctionUrlConfigResponse.builder())
                .build();
    }

    @Override
    public ListFunctionUrlConfigsResponse listFunctionUrlConfigs(ListFunctionUrlConfigsRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        new Constraints()
                .page(request.marker(), request.maxItems(), LARGEST_PAGE)
                .check();
        List<UrlRow> all = context.read(
                handle -> new UrlRecords(handle).all(context.functions(handle).require(name)));
        Page<UrlRow> page = Page.ofOrdered(
                all, UrlRow::id, request.marker(), Page.size(request.maxItems(), LARGEST_PAGE), Failures::badMarker);
        return ListFunctionUrlConfigsResponse.builder()
                .functionUrlConfigs(
                        page.entries().stream().map(url -> url.shown(endpoint)).toList())
                .nextMarker(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public DeleteFunctionUrlConfigResponse deleteFunctionUrlConfig(DeleteFunctionUrlConfigRequest request) {
        FunctionName name = name(request.functionName(), request.qualifier());
        context.write(transaction -> {
            UrlRow going = require(transaction, name);
            new UrlRecords(transaction).delete(going);
            return going;
        });
        return DeleteFunctionUrlConfigResponse.builder().build();
    }

    private FunctionName name(String function, String qualifier) {
        UrlRules.qualifier(qualifier);
        return FunctionName.of(context.caller(), function, qualifier);
    }

    /** Returns the URL of a function or an alias. */
    private UrlRow require(Handle handle, FunctionName name) {
        FunctionRow function = context.functions(handle).require(name);
        return new UrlRecords(handle)
                .find(function, name.qualifier().orElse(""))
                .orElseThrow(() -> Failures.notFound("The resource you requested does not exist."));
    }

    private String now() {
        return context.clock().instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
