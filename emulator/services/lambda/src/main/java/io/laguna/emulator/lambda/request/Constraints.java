package io.laguna.emulator.lambda.request;

import io.laguna.emulator.kit.request.MemberConstraints;
import java.util.Map;
import java.util.regex.Pattern;

/** The constraints on a request's members that the API declares, checked before anything is done. */
public final class Constraints extends MemberConstraints<Constraints> {
    private static final int SHOWN = 512;
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_NAME = 170;
    private static final int LONGEST_TEXT = 10_000;
    private static final Pattern FUNCTION =
            Pattern.compile("(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\\d{1}:)?"
                    + "(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?");
    private static final Pattern QUALIFIER = Pattern.compile("(|[a-zA-Z0-9$_-]+)");
    private static final Pattern ALIAS = Pattern.compile("(?!^[0-9]+$)([a-zA-Z0-9-_]+)");
    private static final Pattern STATEMENT = Pattern.compile("([a-zA-Z0-9-_]+)");
    private static final Pattern LAYER =
            Pattern.compile("(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+");

    public Constraints() {
        super(SHOWN, Failures::validation);
    }

    @Override
    protected Constraints self() {
        return this;
    }

    public Constraints function(String value) {
        return present("functionName", value)
                .length("functionName", value, 1, LONGEST_NAME)
                .pattern("functionName", value, FUNCTION);
    }

    public Constraints qualifier(String value) {
        return length("qualifier", value, 1, 128).pattern("qualifier", value, QUALIFIER);
    }

    public Constraints alias(String value) {
        return present("name", value).length("name", value, 1, 128).pattern("name", value, ALIAS);
    }

    public Constraints layer(String value) {
        return present("layerName", value).length("layerName", value, 1, 140).pattern("layerName", value, LAYER);
    }

    public Constraints statement(String value) {
        return present("statementId", value)
                .length("statementId", value, 1, 100)
                .pattern("statementId", value, STATEMENT);
    }

    public Constraints description(String value) {
        return length("description", value, 0, 256);
    }

    /** Checks a text that the API does not constrain. */
    public Constraints text(String path, String value) {
        return length(path, value, 0, LONGEST_TEXT);
    }

    /** Checks the members of a list's page. */
    public Constraints page(String marker, Integer items, int most) {
        return text("marker", marker).range("maxItems", items, 1, most);
    }

    public Constraints tags(Map<String, String> tags) {
        tags.forEach((key, value) ->
                length("tags." + key + ".member.key", key, 1, 128).length("tags." + key + ".member", value, 0, 256));
        return size("tags", tags.keySet(), 0, MOST_TAGS);
    }
}
