package io.laguna.emulator.apigateway.rest;

import io.laguna.emulator.apigateway.record.ApiKind;
import io.laguna.emulator.apigateway.record.TagArn;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.apigateway.model.GetTagsRequest;
import software.amazon.awssdk.services.apigateway.model.GetTagsResponse;
import software.amazon.awssdk.services.apigateway.model.Stage;
import software.amazon.awssdk.services.apigateway.model.TagResourceRequest;
import software.amazon.awssdk.services.apigateway.model.TagResourceResponse;
import software.amazon.awssdk.services.apigateway.model.UntagResourceRequest;
import software.amazon.awssdk.services.apigateway.model.UntagResourceResponse;

/** The operations on the tags of REST APIs and their stages. */
public final class RestTags extends RestRoom {
    private final RestContext context;

    public RestTags(RestContext context) {
        this.context = context;
    }

    @Override
    public GetTagsResponse getTags(GetTagsRequest request) {
        TagArn arn = arn(request.resourceArn());
        Map<String, String> tags = context.read(
                arn.api(), api -> arn.stage().map(api::stage).map(Stage::tags).orElseGet(() -> api.api()
                        .tags()));
        return GetTagsResponse.builder().tags(tags).build();
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        new RestConstraints()
                .present("tags", request.hasTags() ? request.tags() : null)
                .check();
        change(request.resourceArn(), tags -> {
            tags.putAll(request.tags());
            return tags;
        });
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        new RestConstraints()
                .present("tagKeys", request.hasTagKeys() ? request.tagKeys() : null)
                .check();
        change(request.resourceArn(), tags -> {
            tags.keySet().removeAll(request.tagKeys());
            return tags;
        });
        return UntagResourceResponse.builder().build();
    }

    private void change(String resource, UnaryOperator<Map<String, String>> change) {
        TagArn arn = arn(resource);
        context.write(arn.api(), api -> {
            if (arn.stage().isPresent()) {
                Stage stage = api.stage(arn.stage().get());
                api.stages()
                        .put(stage.toBuilder()
                                .tags(changed(stage.tags(), change))
                                .build());
            } else {
                api.put(api.api().toBuilder()
                        .tags(changed(api.api().tags(), change))
                        .build());
            }
            return api;
        });
    }

    private static Map<String, String> changed(Map<String, String> tags, UnaryOperator<Map<String, String>> change) {
        Map<String, String> changed = change.apply(new TreeMap<>(tags));
        new RestConstraints().tags(changed).check();
        return changed;
    }

    private TagArn arn(String text) {
        return TagArn.of(context.caller(), text)
                .filter(arn -> arn.kind() == ApiKind.REST)
                .orElseThrow(() -> RestFailures.none("Invalid resource identifier specified"));
    }
}
