package io.laguna.emulator.ssm;

import io.laguna.emulator.kit.request.MemberConstraints;
import java.util.List;
import software.amazon.awssdk.services.ssm.model.Tag;
import software.amazon.awssdk.services.ssm.model.TooManyTagsErrorException;

/** The constraints on a request's members that the API declares, checked before anything is done. */
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

    Constraints name(String path, String value) {
        return present(path, value).length(path, value, 1, 2048);
    }

    Constraints tags(List<Tag> tags) {
        tags.forEach(tag -> present("tags.key", tag.key())
                .length("tags.key", tag.key(), 1, 128)
                .present("tags.value", tag.value())
                .length("tags.value", tag.value(), 0, 256));
        return self();
    }

    static void checkNumber(int tags) {
        if (tags > MOST_TAGS) {
            throw TooManyTagsErrorException.builder()
                    .message("A parameter may have " + MOST_TAGS + " tags.")
                    .build();
        }
    }
}
