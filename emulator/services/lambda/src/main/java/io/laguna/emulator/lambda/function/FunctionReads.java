package io.laguna.emulator.lambda.function;

import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.lambda.code.CodeLinks;
import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.record.FunctionRow;
import io.laguna.emulator.lambda.record.Version;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Room;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.lambda.model.FunctionVersion;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;

/** Functions as they are. */
public final class FunctionReads extends Room {
    private static final int MOST = 10_000;
    private static final int LARGEST_PAGE = 50;
    private static final Pattern REGION = Pattern.compile("ALL|[a-z]{2}(-gov)?-[a-z]+-\\d{1}");

    private final FunctionContext context;
    private final CodeLinks links;

    public FunctionReads(FunctionContext context, CodeLinks links) {
        this.context = context;
        this.links = links;
    }

    @Override
    public GetFunctionResponse getFunction(GetFunctionRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName(), request.qualifier());
        return context.read(handle -> {
            Version version = context.qualified(handle).find(name);
            FunctionRow function = version.function();
            Map<String, String> tags = context.functions(handle).tags().of(function.id());
            GetFunctionResponse.Builder response = GetFunctionResponse.builder()
                    .configuration(version.as(name.qualifier()))
                    .code(code -> code.repositoryType("S3").location(links.to(version.code())))
                    .tags(tags.isEmpty() ? null : tags);
            function.reserved()
                    .ifPresent(most ->
                            response.concurrency(concurrency -> concurrency.reservedConcurrentExecutions(most)));
            return response.build();
        });
    }

    @Override
    public GetFunctionConfigurationResponse getFunctionConfiguration(GetFunctionConfigurationRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName(), request.qualifier());
        Version version = context.read(handle -> context.qualified(handle).find(name));
        return Shapes.copy(version.as(name.qualifier()), GetFunctionConfigurationResponse.builder())
                .build();
    }

    @Override
    public ListFunctionsResponse listFunctions(ListFunctionsRequest request) {
        new Constraints()
                .page(request.marker(), request.maxItems(), MOST)
                .oneOf("functionVersion", request.functionVersionAsString(), FunctionVersion.knownValues())
                .text("masterRegion", request.masterRegion())
                .pattern("masterRegion", request.masterRegion(), REGION)
                .check();
        boolean all = request.functionVersion() == FunctionVersion.ALL;
        List<Version> versions =
                context.read(handle -> context.functions(handle).all(context.caller(), all));
        Page<Version> page = Page.ofSorted(
                versions,
                FunctionReads::key,
                request.marker(),
                Math.min(Page.size(request.maxItems(), LARGEST_PAGE), LARGEST_PAGE),
                Failures::badMarker);
        return ListFunctionsResponse.builder()
                .functions(page.entries().stream()
                        .map(version -> version.as(Optional.of(version.name()).filter(name -> all)))
                        .toList())
                .nextMarker(page.nextToken().orElse(null))
                .build();
    }

    /** Names have no blanks, so that one that another begins with comes before it. */
    private static String key(Version version) {
        return version.function().name() + " " + String.format(Locale.ROOT, "%019d", version.number());
    }
}
