package io.laguna.emulator.lambda.function;

import io.laguna.emulator.kit.state.TagTable;
import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Room;
import io.laguna.emulator.lambda.source.MappingTags;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;
import software.amazon.awssdk.services.lambda.model.TagResourceResponse;
import software.amazon.awssdk.services.lambda.model.UntagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UntagResourceResponse;

/** The tags of functions, and of mappings of event sources. */
public final class Tags extends Room {
    private static final Pattern RESOURCE =
            Pattern.compile("arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}(-gov)?-[a-z]+-\\d{1}:\\d{12}:"
                    + "(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?"
                    + "|event-source-mapping:[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12})");
    private static final String MAPPING = ":event-source-mapping:";

    private final FunctionContext context;

    public Tags(FunctionContext context) {
        this.context = context;
    }

    /** A resource that is there, and the table that has its tags. */
    private record Tagged(TagTable tags, Object key) {}

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        check(request.resource());
        new Constraints().tags(request.tags()).check();
        context.write(transaction -> {
            Tagged tagged = tagged(transaction, request.resource(), true);
            tagged.tags().put(tagged.key(), request.tags());
            new Constraints().tags(tagged.tags().of(tagged.key())).check();
            return tagged;
        });
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        check(request.resource());
        context.write(transaction -> {
            Tagged tagged = tagged(transaction, request.resource(), true);
            tagged.tags().remove(tagged.key(), request.tagKeys());
            return tagged;
        });
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsResponse listTags(ListTagsRequest request) {
        check(request.resource());
        Map<String, String> tags = context.read(handle -> {
            Tagged tagged = tagged(handle, request.resource(), false);
            return tagged.tags().of(tagged.key());
        });
        return ListTagsResponse.builder().tags(tags).build();
    }

    private static void check(String resource) {
        new Constraints()
                .present("resource", resource)
                .length("resource", resource, 1, 256)
                .pattern("resource", resource, RESOURCE)
                .check();
    }

    private Tagged tagged(Handle handle, String resource, boolean locked) {
        Optional<UUID> mapping = Optional.of(resource.indexOf(MAPPING))
                .filter(at -> at > 0)
                .map(at -> UUID.fromString(resource.substring(at + MAPPING.length())));
        if (mapping.isPresent()) {
            MappingTags tags = new MappingTags(handle);
            return new Tagged(tags.table(), tags.require(context.caller(), mapping.get()));
        }
        FunctionName name = FunctionName.of(context.caller(), resource);
        long function = (locked
                        ? context.functions(handle).lock(name)
                        : context.functions(handle).require(name))
                .id();
        return new Tagged(context.functions(handle).tags(), function);
    }
}
