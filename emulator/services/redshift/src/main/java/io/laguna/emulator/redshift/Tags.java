package io.laguna.emulator.redshift;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import io.laguna.emulator.redshift.request.Room;
import io.laguna.emulator.redshift.request.TagLists;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.redshift.model.CreateTagsRequest;
import software.amazon.awssdk.services.redshift.model.CreateTagsResponse;
import software.amazon.awssdk.services.redshift.model.DeleteTagsRequest;
import software.amazon.awssdk.services.redshift.model.DeleteTagsResponse;
import software.amazon.awssdk.services.redshift.model.DescribeTagsRequest;
import software.amazon.awssdk.services.redshift.model.DescribeTagsResponse;
import software.amazon.awssdk.services.redshift.model.TagLimitExceededException;
import software.amazon.awssdk.services.redshift.model.TaggedResource;

/**
 * The operations on tags of clusters, snapshots and groups.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateTags.html">CreateTags</a>
 */
final class Tags extends Room {
    private static final int MOST_TAGS = 50;
    private static final int MOST_RECORDS = 100;

    private final Caller caller;
    private final State state;

    Tags(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    @Override
    public CreateTagsResponse createTags(CreateTagsRequest request) {
        new Constraints().tags(request.tags()).check();
        TaggedName resource = TaggedName.of(caller, request.resourceName());
        state.write(handle -> {
            resource.check(handle, caller);
            ResourceRecords records = new ResourceRecords(handle, caller);
            records.tagTable().put(resource.arn(), TagLists.map(request.tags()));
            Map<String, String> tags = records.tags(resource.arn());
            if (tags.size() > MOST_TAGS) {
                throw TagLimitExceededException.builder()
                        .message("You have exceeded the number of tags allowed: " + MOST_TAGS + ".")
                        .build();
            }
            return tags;
        });
        return CreateTagsResponse.builder().build();
    }

    @Override
    public DeleteTagsResponse deleteTags(DeleteTagsRequest request) {
        TaggedName resource = TaggedName.of(caller, request.resourceName());
        request.tagKeys()
                .forEach(key -> new Constraints().length("tagKeys", key, 1, 128).check());
        state.write(handle -> {
            resource.check(handle, caller);
            new ResourceRecords(handle, caller).tagTable().remove(resource.arn(), request.tagKeys());
            return resource;
        });
        return DeleteTagsResponse.builder().build();
    }

    @Override
    public DescribeTagsResponse describeTags(DescribeTagsRequest request) {
        new Constraints()
                .text("ResourceType", request.resourceType())
                .maxRecords(request.maxRecords())
                .check();
        Optional<TaggedName> resource = Optional.ofNullable(request.resourceName())
                .filter(name -> !name.isEmpty())
                .map(name -> TaggedName.of(caller, name));
        if (resource.isPresent()
                && request.resourceType() != null
                && !request.resourceType().isEmpty()) {
            throw Failures.combination("ResourceName and ResourceType cannot be specified together.");
        }
        List<TaggedResource> found = state.read(handle -> {
            resource.ifPresent(name -> name.check(handle, caller));
            return found(handle, request, resource);
        });
        Page<TaggedResource> page = Page.ofSorted(
                found,
                tagged -> tagged.resourceName() + "\n" + tagged.tag().key(),
                request.marker(),
                Page.size(request.maxRecords(), MOST_RECORDS),
                Failures::badMarker);
        return DescribeTagsResponse.builder()
                .taggedResources(page.entries())
                .marker(page.nextToken().orElse(null))
                .build();
    }

    private List<TaggedResource> found(Handle handle, DescribeTagsRequest request, Optional<TaggedName> resource) {
        String prefix = caller.arn("redshift", "");
        return handle
                .select(
                        "select resource, key, value from redshift_tag order by resource || E'\\n' || key collate \"C\"")
                .map((row, context) -> TaggedResource.builder()
                        .resourceName(row.getString("resource"))
                        .resourceType(TaggedName.type(row.getString("resource")).orElse(""))
                        .tag(tag -> {
                            try {
                                tag.key(row.getString("key")).value(row.getString("value"));
                            } catch (java.sql.SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .build())
                .stream()
                .filter(tagged -> tagged.resourceName().startsWith(prefix))
                .filter(tagged -> resource.filter(name -> !name.arn().equals(tagged.resourceName()))
                        .isEmpty())
                .filter(tagged -> request.resourceType() == null
                        || request.resourceType().isEmpty()
                        || request.resourceType().equalsIgnoreCase(tagged.resourceType()))
                .filter(tagged -> TagLists.match(List.of(tagged.tag()), request.tagKeys(), request.tagValues()))
                .toList();
    }
}
