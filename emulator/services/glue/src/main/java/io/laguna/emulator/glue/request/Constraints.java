package io.laguna.emulator.glue.request;

import io.laguna.emulator.kit.request.MemberConstraints;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.glue.model.ValidationException;

/**
 * The constraints on a request's members that the API declares, checked before anything is done.
 *
 * <p>Limits and patterns: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-common.html and each type's page.
 */
public final class Constraints extends MemberConstraints<Constraints> {
    private static final int SHOWN = 1024;
    private static final Pattern ONE_LINE = Pattern.compile("[ -\uD7FF\uE000-\uFFFD\\x{10000}-\\x{10FFFF}\t]*");
    private static final String ONE_LINE_TEXT = "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*";
    private static final Pattern LINES = Pattern.compile("[ -\uD7FF\uE000-\uFFFD\\x{10000}-\\x{10FFFF}\r\n\t]*");
    private static final String LINES_TEXT = "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*";

    public Constraints() {
        super(SHOWN, message -> ValidationException.builder().message(message).build());
    }

    @Override
    protected Constraints self() {
        return this;
    }

    /** Checks a NameString, which has to be there. */
    public Constraints name(String path, String value) {
        return present(path, value).optionalName(path, value);
    }

    /** Checks a NameString. */
    public Constraints optionalName(String path, String value) {
        return length(path, value, 1, 255).oneLine(path, value);
    }

    public Constraints oneLine(String path, String value) {
        return pattern(path, value, ONE_LINE, ONE_LINE_TEXT);
    }

    /** Checks a DescriptionString and other texts of several lines. */
    public Constraints lines(String path, String value, int longest) {
        return length(path, value, 0, longest).pattern(path, value, LINES, LINES_TEXT);
    }

    /** Checks a ParametersMap. */
    public Constraints parameters(String path, Map<String, String> parameters) {
        return parameters(path, parameters, 512_000);
    }
}
