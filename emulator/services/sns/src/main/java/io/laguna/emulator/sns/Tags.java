package io.laguna.emulator.sns;

import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.TagResourceRequest;
import software.amazon.awssdk.services.sns.model.TagResourceResponse;
import software.amazon.awssdk.services.sns.model.UntagResourceRequest;
import software.amazon.awssdk.services.sns.model.UntagResourceResponse;

/**
 * The tags of topics.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_TagResource.html">TagResource</a>
 */
final class Tags extends Room {
    private static final int MOST = 50;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private final State state;

    Tags(State state) {
        this.state = state;
    }

    static Map<String, String> map(List<Tag> tags) {
        Map<String, String> map = new TreeMap<>();
        for (Tag tag : tags) {
            String value = Optional.ofNullable(tag.value()).orElse("");
            if (tag.key() == null || tag.key().isEmpty() || tag.key().length() > LONGEST_KEY) {
                throw Failures.parameter("Tags Reason: a key has 1 to 128 characters");
            }
            if (value.length() > LONGEST_VALUE) {
                throw Failures.parameter("Tags Reason: a value has at most 256 characters");
            }
            if (tag.key().indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
                throw Failures.parameter("Tags Reason: a control character");
            }
            if (map.put(tag.key(), value) != null) {
                throw Failures.parameter("Duplicated keys are not allowed.");
            }
        }
        if (map.size() > MOST) {
            throw Failures.tags();
        }
        return map;
    }

    private static TopicRecord topic(Handle handle, String arn) {
        return TopicAddress.find(Optional.ofNullable(arn).orElse(""))
                .flatMap(new TopicRecords(handle)::find)
                .orElseThrow(Failures::noResource);
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        Map<String, String> tags = map(request.tags());
        state.write(transaction -> {
            TopicRecord topic = topic(transaction, request.resourceArn());
            new TopicRecords(transaction).lock(topic.address());
            TopicRecords topics = new TopicRecords(transaction);
            topics.tags().put(topic.id(), tags);
            if (topics.tags().of(topic.id()).size() > MOST) {
                throw Failures.tags();
            }
            return topic;
        });
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        state.write(transaction -> {
            TopicRecord topic = topic(transaction, request.resourceArn());
            new TopicRecords(transaction).tags().remove(topic.id(), request.tagKeys());
            return topic;
        });
        return UntagResourceResponse.builder().build();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        Map<String, String> tags = state.read(handle -> new TopicRecords(handle)
                .tags()
                .of(topic(handle, request.resourceArn()).id()));
        return ListTagsForResourceResponse.builder()
                .tags(tags.entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
    }
}
