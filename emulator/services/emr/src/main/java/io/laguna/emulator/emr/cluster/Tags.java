package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.check.JobFlowChecks;
import io.laguna.emulator.emr.request.Failures;
import io.laguna.emulator.emr.request.Room;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.emr.model.AddTagsRequest;
import software.amazon.awssdk.services.emr.model.AddTagsResponse;
import software.amazon.awssdk.services.emr.model.RemoveTagsRequest;
import software.amazon.awssdk.services.emr.model.RemoveTagsResponse;
import software.amazon.awssdk.services.emr.model.Tag;

/**
 * Tags of clusters.
 *
 * <p>https://docs.aws.amazon.com/emr/latest/APIReference/API_AddTags.html
 */
public final class Tags extends Room {
    private final ClusterLookup lookup;

    public Tags(Caller caller, State state) {
        this.lookup = new ClusterLookup(caller, state);
    }

    @Override
    public AddTagsResponse addTags(AddTagsRequest request) {
        JobFlowChecks.checkTags(request.tags());
        change(request.resourceId(), tags -> request.tags()
                .forEach(tag ->
                        tags.put(tag.key(), Optional.ofNullable(tag.value()).orElse(""))));
        return AddTagsResponse.builder().build();
    }

    @Override
    public RemoveTagsResponse removeTags(RemoveTagsRequest request) {
        change(request.resourceId(), tags -> tags.keySet().removeAll(request.tagKeys()));
        return RemoveTagsResponse.builder().build();
    }

    private void change(String resource, Consumer<Map<String, String>> change) {
        lookup.change(resource, locked -> {
            if (locked.record().hasEnded()) {
                throw Failures.invalid("Tags cannot be modified on terminated clusters.");
            }
            Map<String, String> tags = new TreeMap<>();
            locked.cluster()
                    .tags()
                    .forEach(tag ->
                            tags.put(tag.key(), Optional.ofNullable(tag.value()).orElse("")));
            change.accept(tags);
            locked.set(locked.cluster()
                    .copy(copy -> copy.tags(tags.entrySet().stream()
                            .map(tag -> Tag.builder()
                                    .key(tag.getKey())
                                    .value(tag.getValue())
                                    .build())
                            .toList())));
            return true;
        });
    }
}
