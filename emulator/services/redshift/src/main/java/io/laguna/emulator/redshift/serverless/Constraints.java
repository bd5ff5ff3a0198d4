package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.kit.request.MemberConstraints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.redshiftserverless.model.Tag;

/**
 * The constraints on a request's members that the API declares, checked before anything is done.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateWorkgroup.html">
 *     CreateWorkgroup</a>
 */
final class Constraints extends MemberConstraints<Constraints> {
    private static final int SHOWN = 256;
    private static final int MOST_TAGS = 50;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");

    Constraints() {
        super(SHOWN, Failures::validation);
    }

    @Override
    protected Constraints self() {
        return this;
    }

    /** Checks the name of a namespace or a workgroup. */
    Constraints name(String path, String value) {
        return present(path, value).length(path, value, 3, 64).pattern(path, value, NAME, "^[a-z0-9-]+$");
    }

    Constraints text(String path, String value) {
        return length(path, value, 0, Integer.MAX_VALUE);
    }

    Constraints pages(Integer maxResults) {
        return range("maxResults", maxResults, 1, 100);
    }

    Constraints tags(List<Tag> tags) {
        tags.forEach(tag -> present("tags.key", tag.key())
                .length("tags.key", tag.key(), 1, 128)
                .present("tags.value", tag.value())
                .length("tags.value", tag.value(), 0, 256));
        return size("tags", tags, 0, MOST_TAGS);
    }

    static Map<String, String> map(List<Tag> tags) {
        Map<String, String> map = new LinkedHashMap<>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        return map;
    }
}
