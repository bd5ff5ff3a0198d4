package io.laguna.emulator.emr.request;

import io.laguna.emulator.kit.request.MemberConstraints;
import java.util.regex.Pattern;

/**
 * The constraints on a request's members that the API declares, checked before anything is done.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/APIReference/API_Types.html">Data types</a>
 */
public final class Constraints extends MemberConstraints<Constraints> {
    private static final int SHOWN = 1024;
    private static final Pattern LINES = Pattern.compile("[ -\uD7FF\uE000-\uFFFD\\x{10000}-\\x{10FFFF}\r\n\t]*");
    private static final String LINES_TEXT = "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*";

    public Constraints() {
        super(SHOWN, Failures::validation);
    }

    @Override
    protected Constraints self() {
        return this;
    }

    /** Checks an XmlStringMaxLen256. */
    public Constraints text(String path, String value) {
        return length(path, value, 0, 256).pattern(path, value, LINES, LINES_TEXT);
    }

    /** Checks an XmlString. */
    public Constraints longText(String path, String value) {
        return length(path, value, 0, 10_280).pattern(path, value, LINES, LINES_TEXT);
    }
}
