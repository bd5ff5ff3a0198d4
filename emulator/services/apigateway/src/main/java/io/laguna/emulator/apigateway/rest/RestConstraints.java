package io.laguna.emulator.apigateway.rest;

import io.laguna.emulator.kit.request.MemberConstraints;
import java.util.Map;
import java.util.regex.Pattern;

/** The constraints on the members of requests about REST APIs. */
final class RestConstraints extends MemberConstraints<RestConstraints> {
    private static final int SHOWN = 200;
    private static final int LONGEST = 1024;
    private static final int MOST_TAGS = 50;
    private static final Pattern STAGE = Pattern.compile("[a-zA-Z0-9_-]+");
    private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z0-9_]+");
    private static final Pattern VARIABLE_VALUE = Pattern.compile("[A-Za-z0-9-._~:/?#&=,]*");

    RestConstraints() {
        super(SHOWN, RestFailures::bad);
    }

    @Override
    protected RestConstraints self() {
        return this;
    }

    RestConstraints text(String path, String value) {
        return length(path, value, 0, LONGEST);
    }

    RestConstraints stage(String value) {
        return present("stageName", value).length("stageName", value, 1, 128).pattern("stageName", value, STAGE);
    }

    RestConstraints status(String value) {
        return present("statusCode", value).pattern("statusCode", value, STATUS);
    }

    RestConstraints variables(Map<String, String> variables) {
        variables.forEach((key, value) -> length("variables." + key, key, 1, 64)
                .pattern("variables." + key, key, VARIABLE)
                .pattern("variables." + key, value, VARIABLE_VALUE));
        return self();
    }

    RestConstraints tags(Map<String, String> tags) {
        tags.forEach((key, value) ->
                length("tags." + key + ".member.key", key, 1, 128).length("tags." + key + ".member", value, 0, 256));
        return size("tags", tags.keySet(), 0, MOST_TAGS);
    }
}
