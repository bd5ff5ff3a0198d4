package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.redshift.record.ResourceRecords;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.redshiftserverless.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.redshiftserverless.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.redshiftserverless.model.Tag;
import software.amazon.awssdk.services.redshiftserverless.model.TagResourceRequest;
import software.amazon.awssdk.services.redshiftserverless.model.TagResourceResponse;
import software.amazon.awssdk.services.redshiftserverless.model.TooManyTagsException;
import software.amazon.awssdk.services.redshiftserverless.model.UntagResourceRequest;
import software.amazon.awssdk.services.redshiftserverless.model.UntagResourceResponse;

/**
 * The operations on tags of namespaces, workgroups and snapshots.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_TagResource.html">TagResource</a>
 */
final class ServerlessTags extends Room {
    private static final int MOST_TAGS = 50;

    private final Caller caller;
    private final ServerlessSetting setting;

    ServerlessTags(Caller caller, ServerlessSetting setting) {
        this.caller = caller;
        this.setting = setting;
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        new Constraints().tags(request.tags()).check();
        setting.state().write(handle -> {
            ResourceRecords records = known(handle, request.resourceArn());
            records.tagTable().put(request.resourceArn(), Constraints.map(request.tags()));
            Map<String, String> tags = records.tags(request.resourceArn());
            if (tags.size() > MOST_TAGS) {
                throw TooManyTagsException.builder()
                        .message("A resource can have at most " + MOST_TAGS + " tags.")
                        .resourceName(request.resourceArn())
                        .build();
            }
            return tags;
        });
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        request.tagKeys()
                .forEach(key -> new Constraints().length("tagKeys", key, 1, 128).check());
        setting.state().write(handle -> {
            known(handle, request.resourceArn()).tagTable().remove(request.resourceArn(), request.tagKeys());
            return request;
        });
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        Map<String, String> tags = setting.state()
                .read(handle -> known(handle, request.resourceArn()).tags(request.resourceArn()));
        return ListTagsForResourceResponse.builder()
                .tags(tags.entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
    }

    private ResourceRecords known(Handle handle, String arn) {
        new Constraints()
                .present("resourceArn", arn)
                .length("resourceArn", arn, 1, 1011)
                .check();
        boolean there = Stream.of(
                        new NamespaceRecords(handle).all(caller).stream().map(record -> record.namespace()
                                .namespaceArn()),
                        new WorkgroupRecords(handle).all(caller).stream().map(record -> record.workgroup()
                                .workgroupArn()),
                        new ServerlessSnapshotRecords(handle)
                                .all(caller).stream()
                                        .map(record -> record.snapshot().snapshotArn()))
                .flatMap(arns -> arns)
                .anyMatch(arn::equals);
        if (!there) {
            throw Failures.notFound("resource", arn);
        }
        return new ResourceRecords(handle, caller);
    }
}
