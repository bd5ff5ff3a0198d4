package io.laguna.emulator.secretsmanager;

import io.laguna.emulator.kit.request.MemberConstraints;
import java.util.List;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/**
 * The constraints on a request's members that the API declares, checked before anything is done. A message repeats no
 * secret: only names, ids and tags are checked by their characters.
 */
final class Constraints extends MemberConstraints<Constraints> {
    private static final int SHOWN = 256;
    private static final int MOST_TAGS = 50;

    Constraints() {
        super(SHOWN, Failures::validation);
    }

    @Override
    protected Constraints self() {
        return this;
    }

    Constraints secretId(String value) {
        return present("secretId", value).length("secretId", value, 1, 2048);
    }

    Constraints version(String path, String value) {
        return length(path, value, 32, 64);
    }

    Constraints stage(String path, String value) {
        return length(path, value, 1, 256);
    }

    Constraints nextToken(String value) {
        return length("nextToken", value, 1, 4096);
    }

    Constraints tags(List<Tag> tags) {
        tags.forEach(tag -> present("tags.key", tag.key())
                .length("tags.key", tag.key(), 1, 128)
                .length("tags.value", tag.value(), 0, 256));
        return size("tags", tags, 0, MOST_TAGS);
    }
}
