package io.laguna.emulator.lambda.function;

import io.laguna.emulator.kit.state.TagTable;
import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.record.FunctionRow;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Room;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;
import software.amazon.awssdk.services.lambda.model.TagResourceResponse;
import software.amazon.awssdk.services.lambda.model.UntagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UntagResourceResponse;

/** The tags of functions. */
public final class Tags extends Room {
    private static final Pattern RESOURCE =
            Pattern.compile("arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}(-gov)?-[a-z]+-\\d{1}:\\d{12}:"
                    + "function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?");

    private final FunctionContext context;

    public Tags(FunctionContext context) {
        this.context = context;
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        FunctionName name = named(request.resource());
        new Constraints().tags(request.tags()).check();
        context.write(transaction -> {
            FunctionRow function = context.functions(transaction).lock(name);
            TagTable tags = context.functions(transaction).tags();
            tags.put(function.id(), request.tags());
            new Constraints().tags(tags.of(function.id())).check();
            return function;
        });
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        FunctionName name = named(request.resource());
        context.write(transaction -> {
            FunctionRow function = context.functions(transaction).lock(name);
            context.functions(transaction).tags().remove(function.id(), request.tagKeys());
            return function;
        });
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsResponse listTags(ListTagsRequest request) {
        FunctionName name = named(request.resource());
        Map<String, String> tags = context.read(handle -> {
            FunctionRow function = context.functions(handle).require(name);
            return context.functions(handle).tags().of(function.id());
        });
        return ListTagsResponse.builder().tags(tags).build();
    }

    private FunctionName named(String resource) {
        new Constraints()
                .present("resource", resource)
                .length("resource", resource, 1, 256)
                .pattern("resource", resource, RESOURCE)
                .check();
        return FunctionName.of(context.caller(), resource);
    }
}
