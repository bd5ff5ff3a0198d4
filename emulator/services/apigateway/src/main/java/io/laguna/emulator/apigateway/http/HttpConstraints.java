package io.laguna.emulator.apigateway.http;

import io.laguna.emulator.kit.request.MemberConstraints;
import java.util.Map;
import java.util.regex.Pattern;

/** The constraints on the members of requests about HTTP APIs. */
final class HttpConstraints extends MemberConstraints<HttpConstraints> {
    private static final int SHOWN = 200;
    private static final int LONGEST = 1024;
    private static final int MOST_TAGS = 50;
    private static final Pattern STAGE = Pattern.compile("\\$default|[a-zA-Z0-9_-]+");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z0-9_]+");
    private static final Pattern VARIABLE_VALUE = Pattern.compile("[A-Za-z0-9-._~:/?#&=,]+");

    HttpConstraints() {
        super(SHOWN, HttpFailures::bad);
    }

    @Override
    protected HttpConstraints self() {
        return this;
    }

    HttpConstraints name(String path, String value) {
        return present(path, value).length(path, value, 1, 128);
    }

    HttpConstraints description(String value) {
        return length("description", value, 0, LONGEST);
    }

    HttpConstraints text(String path, String value) {
        return length(path, value, 0, LONGEST);
    }

    HttpConstraints stage(String value) {
        return name("stageName", value).pattern("stageName", value, STAGE);
    }

    HttpConstraints variables(Map<String, String> variables) {
        variables.forEach((key, value) -> length("stageVariables." + key, key, 1, 64)
                .pattern("stageVariables." + key, key, VARIABLE)
                .length("stageVariables." + key, value, 0, 2048)
                .pattern("stageVariables." + key, value, VARIABLE_VALUE));
        return self();
    }

    HttpConstraints tags(Map<String, String> tags) {
        tags.forEach((key, value) ->
                length("tags." + key + ".member.key", key, 1, 128).length("tags." + key + ".member", value, 0, 256));
        return size("tags", tags.keySet(), 0, MOST_TAGS);
    }
}
