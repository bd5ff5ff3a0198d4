package io.laguna.emulator.secretsmanager;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.state.TagTable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.secretsmanager.model.Tag;
import software.amazon.awssdk.services.secretsmanager.model.TagResourceRequest;
import software.amazon.awssdk.services.secretsmanager.model.TagResourceResponse;
import software.amazon.awssdk.services.secretsmanager.model.UntagResourceRequest;
import software.amazon.awssdk.services.secretsmanager.model.UntagResourceResponse;

/**
 * The tags of secrets, which DescribeSecret shows.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html">TagResource</a>
 */
final class Tags extends Room {
    private final Caller caller;
    private final State state;
    private final Clock clock;

    Tags(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        new Constraints().tags(request.tags()).check();
        SecretId id = SecretId.of(caller, request.secretId());
        state.write(transaction -> {
            SecretRecord secret = id.lock(transaction);
            SecretRecords secrets = new SecretRecords(transaction);
            TagTable tags = secrets.tags();
            tags.put(secret.id(), map(request.tags()));
            new Constraints().tags(list(tags.of(secret.id()))).check();
            secrets.changed(secret.id(), clock.instant());
            return secret;
        });
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        SecretId id = SecretId.of(caller, request.secretId());
        state.write(transaction -> {
            SecretRecord secret = id.lock(transaction);
            SecretRecords secrets = new SecretRecords(transaction);
            secrets.tags().remove(secret.id(), request.tagKeys());
            secrets.changed(secret.id(), clock.instant());
            return secret;
        });
        return UntagResourceResponse.builder().build();
    }

    static Map<String, String> map(List<Tag> tags) {
        Map<String, String> map = new TreeMap<>();
        tags.forEach(tag -> map.put(tag.key(), Optional.ofNullable(tag.value()).orElse("")));
        return map;
    }

    static List<Tag> list(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }
}
