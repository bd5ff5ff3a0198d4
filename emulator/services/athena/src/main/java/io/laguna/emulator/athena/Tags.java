package io.laguna.emulator.athena;

import io.laguna.emulator.athena.capacity.CapacityReservationRecords;
import io.laguna.emulator.athena.catalog.DataCatalogRecords;
import io.laguna.emulator.athena.request.Constraints;
import io.laguna.emulator.athena.request.Failures;
import io.laguna.emulator.athena.request.NotFound;
import io.laguna.emulator.athena.request.Room;
import io.laguna.emulator.athena.tag.TagRecords;
import io.laguna.emulator.athena.workgroup.WorkGroupRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.athena.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.athena.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.athena.model.Tag;
import software.amazon.awssdk.services.athena.model.TagResourceRequest;
import software.amazon.awssdk.services.athena.model.TagResourceResponse;
import software.amazon.awssdk.services.athena.model.UntagResourceRequest;
import software.amazon.awssdk.services.athena.model.UntagResourceResponse;

/**
 * The operations on tags of workgroups, data catalogs and capacity reservations.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/tags.html">Tagging Athena resources</a>
 */
final class Tags extends Room {
    private static final Pattern ARN = Pattern.compile(
            "arn:aws[a-z-]*:athena:([a-z0-9-]+):(\\d{12}):(workgroup|datacatalog|capacity-reservation)/(.+)");

    private final Caller caller;
    private final State state;

    public Tags(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        new Constraints()
                .present("tags", request.hasTags() ? request : null)
                .tags("tags", request.tags())
                .check();
        return with(request.resourceARN(), handle -> {
            new TagRecords(handle).put(request.resourceARN(), request.tags());
            return TagResourceResponse.builder().build();
        });
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        new Constraints()
                .present("tagKeys", request.hasTagKeys() ? request : null)
                .check();
        return with(request.resourceARN(), handle -> {
            new TagRecords(handle).remove(request.resourceARN(), request.tagKeys());
            return UntagResourceResponse.builder().build();
        });
    }

    /**
     * Lists all tags in one page. "MaxResults: Minimum value of 75", and a resource has no more tags than one page
     * holds.
     */
    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        new Constraints().atLeast("maxResults", request.maxResults(), 75).check();
        List<Tag> tags = with(request.resourceARN(), handle -> new TagRecords(handle).of(request.resourceARN()));
        return ListTagsForResourceResponse.builder().tags(tags).build();
    }

    private <T> T with(String arn, Function<Handle, T> work) {
        new Constraints().text("resourceARN", arn, 1, 1011).check();
        Matcher parts = ARN.matcher(arn);
        if (!parts.matches()) {
            throw Failures.invalid("Not the ARN of a workgroup, a data catalog or a capacity reservation: " + arn);
        }
        boolean isOwn = parts.group(1).equals(caller.region()) && parts.group(2).equals(caller.accountId());
        return state.write(transaction -> {
            if (!isOwn || !isThere(transaction, parts.group(3), parts.group(4))) {
                throw NotFound.resource(arn);
            }
            return work.apply(transaction);
        });
    }

    private boolean isThere(Handle handle, String kind, String name) {
        return switch (kind) {
            case "workgroup" -> new WorkGroupRecords(handle).find(caller, name).isPresent();
            case "datacatalog" -> new DataCatalogRecords(handle)
                    .find(caller, name)
                    .isPresent();
            default -> new CapacityReservationRecords(handle).find(caller, name).isPresent();
        };
    }
}
