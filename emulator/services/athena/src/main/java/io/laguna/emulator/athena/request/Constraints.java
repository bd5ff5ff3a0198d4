package io.laguna.emulator.athena.request;

import io.laguna.emulator.kit.request.MemberConstraints;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.athena.model.Tag;

/**
 * The constraints on a request's members that the API declares, checked before anything is done.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_Types.html">Data types</a>
 */
public final class Constraints extends MemberConstraints<Constraints> {
    /** The largest page: "MaxResults: Maximum value of 50." */
    public static final int LARGEST_PAGE = 50;

    private static final Pattern WORK_GROUP = Pattern.compile("[a-zA-Z0-9._-]{1,128}");
    private static final int SHOWN = 1024;

    public Constraints() {
        super(SHOWN, Failures::invalid);
    }

    @Override
    protected Constraints self() {
        return this;
    }

    /** Checks the name of a workgroup, which has to be there. */
    public Constraints workGroup(String path, String value) {
        return present(path, value).optionalWorkGroup(path, value);
    }

    public Constraints optionalWorkGroup(String path, String value) {
        return pattern(path, value, WORK_GROUP);
    }

    /** Checks a text that has to be there. */
    public Constraints text(String path, String value, int shortest, int longest) {
        return present(path, value).length(path, value, shortest, longest);
    }

    public Constraints atLeast(String path, Number value, long lowest) {
        return range(path, value, lowest, Long.MAX_VALUE);
    }

    /** Checks the members of every list operation; a page has 50 entries at most. */
    public Constraints page(Integer maxResults, int lowest, String nextToken) {
        return range("maxResults", maxResults, lowest, LARGEST_PAGE).length("nextToken", nextToken, 1, 1024);
    }

    /** Checks a ParametersMap. */
    public Constraints parameters(String path, Map<String, String> parameters) {
        return parameters(path, parameters, 51_200);
    }

    public Constraints tags(String path, List<Tag> tags) {
        for (int i = 0; i < tags.size(); i++) {
            String member = path + "." + (i + 1) + ".member.";
            text(member + "key", tags.get(i).key(), 1, 128);
            length(member + "value", tags.get(i).value(), 0, 256);
        }
        return this;
    }
}
