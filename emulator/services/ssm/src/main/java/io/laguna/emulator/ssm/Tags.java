package io.laguna.emulator.ssm;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.ssm.model.AddTagsToResourceRequest;
import software.amazon.awssdk.services.ssm.model.AddTagsToResourceResponse;
import software.amazon.awssdk.services.ssm.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.ssm.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.ssm.model.RemoveTagsFromResourceRequest;
import software.amazon.awssdk.services.ssm.model.RemoveTagsFromResourceResponse;
import software.amazon.awssdk.services.ssm.model.ResourceTypeForTagging;
import software.amazon.awssdk.services.ssm.model.Tag;

/**
 * The tags of parameters. Other kinds of resources that AWS tags here are not there.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_AddTagsToResource.html">API</a>
 */
final class Tags extends Room {
    private final Caller caller;
    private final State state;

    Tags(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    @Override
    public AddTagsToResourceResponse addTagsToResource(AddTagsToResourceRequest request) {
        check(request.resourceTypeAsString(), request.resourceId());
        new Constraints().tags(request.tags()).check();
        state.write(transaction -> {
            long parameter = parameter(transaction, request.resourceType(), request.resourceId());
            ParameterRecords parameters = new ParameterRecords(transaction);
            parameters.tags().put(parameter, map(request.tags()));
            Constraints.checkNumber(parameters.tags().of(parameter).size());
            return parameter;
        });
        return AddTagsToResourceResponse.builder().build();
    }

    @Override
    public RemoveTagsFromResourceResponse removeTagsFromResource(RemoveTagsFromResourceRequest request) {
        check(request.resourceTypeAsString(), request.resourceId());
        state.write(transaction -> {
            long parameter = parameter(transaction, request.resourceType(), request.resourceId());
            new ParameterRecords(transaction).tags().remove(parameter, request.tagKeys());
            return parameter;
        });
        return RemoveTagsFromResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        check(request.resourceTypeAsString(), request.resourceId());
        Map<String, String> tags = state.read(handle -> new ParameterRecords(handle)
                .tags()
                .of(parameter(handle, request.resourceType(), request.resourceId())));
        List<Tag> list = tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        return ListTagsForResourceResponse.builder().tagList(list).build();
    }

    static Map<String, String> map(List<Tag> tags) {
        Map<String, String> map = new TreeMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }

    private static void check(String type, String id) {
        new Constraints()
                .present("resourceType", type)
                .oneOf("resourceType", type, ResourceTypeForTagging.knownValues())
                .name("resourceId", id)
                .check();
    }

    private long parameter(Handle handle, ResourceTypeForTagging type, String id) {
        if (type != ResourceTypeForTagging.PARAMETER) {
            throw Failures.noResource();
        }
        return new ParameterRecords(handle)
                .latest(caller, ParameterName.ofArn(caller, id))
                .map(ParameterRecord::id)
                .orElseThrow(Failures::noResource);
    }
}
