package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.Tagging;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.s3control.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.s3control.model.Tag;
import software.amazon.awssdk.services.s3control.model.TagResourceRequest;
import software.amazon.awssdk.services.s3control.model.TagResourceResponse;
import software.amazon.awssdk.services.s3control.model.UntagResourceRequest;
import software.amazon.awssdk.services.s3control.model.UntagResourceResponse;

/**
 * Tags of buckets by their ARNs, as S3 Control has them. They are the tags that S3 has.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/buckets-tagging.html">Using tags with general purpose
 *     buckets</a>
 */
public final class ResourceTags implements S3ControlClient {
    private static final String BUCKET = "arn:aws:s3:::";

    private final BucketAccess access;
    private final BucketDocuments documents;

    public ResourceTags(BucketAccess access, BucketDocuments documents) {
        this.access = access;
        this.documents = documents;
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        String bucket = bucket(request.accountId(), request.resourceArn());
        return ListTagsForResourceResponse.builder()
                .tags(tags(bucket).entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        String bucket = bucket(request.accountId(), request.resourceArn());
        Map<String, String> tags = new LinkedHashMap<>(tags(bucket));
        request.tags()
                .forEach(tag ->
                        tags.put(tag.key(), Optional.ofNullable(tag.value()).orElse("")));
        write(bucket, tags);
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        String bucket = bucket(request.accountId(), request.resourceArn());
        Map<String, String> tags = new LinkedHashMap<>(tags(bucket));
        request.tagKeys().forEach(tags::remove);
        write(bucket, tags);
        return UntagResourceResponse.builder().build();
    }

    private void write(String bucket, Map<String, String> tags) {
        if (tags.isEmpty()) {
            documents.remove(bucket, Kind.TAGGING);
            return;
        }
        List<software.amazon.awssdk.services.s3.model.Tag> list = Tags.list(tags);
        var checked = Tags.of(list, Tags.MOST_OF_BUCKET);
        documents.write(
                bucket,
                Kind.TAGGING,
                Tagging.builder().tagSet(Tags.list(checked)).build());
    }

    private Map<String, String> tags(String bucket) {
        return documents
                .read(bucket, Kind.TAGGING, Tagging.builder())
                .map(tagging -> Tags.of(tagging.tagSet(), Tags.MOST_OF_BUCKET))
                .orElseGet(Map::of);
    }

    private String bucket(String account, String arn) {
        String text = Optional.ofNullable(arn).orElse("");
        if (!text.startsWith(BUCKET) || text.indexOf('/') >= 0) {
            throw Failure.NOT_IMPLEMENTED.exception("not implemented by Laguna: tags of " + text);
        }
        return access.bucket(text.substring(BUCKET.length()), Optional.ofNullable(account))
                .name();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    /** A room holds nothing of its own. */
    @Override
    public void close() {}
}
