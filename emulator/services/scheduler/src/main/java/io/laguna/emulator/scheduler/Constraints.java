package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.request.MemberConstraints;
import java.util.regex.Pattern;

/**
 * The constraints on a request's members that the API declares, checked before anything is done.
 *
 * <p>Limits and patterns: https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 */
final class Constraints extends MemberConstraints<Constraints> {
    /** The largest page: "MaxResults: Maximum value of 100." */
    public static final int LARGEST_PAGE = 100;

    private static final Pattern NAME = Pattern.compile("^[0-9a-zA-Z-_.]+$");
    private static final Pattern TOKEN = Pattern.compile("^[a-zA-Z0-9-_]+$");
    private static final Pattern ROLE = Pattern.compile("^arn:aws(-[a-z]+)?:iam::\\d{12}:role\\/[\\w+=,.@\\/-]+$");

    public Constraints() {
        super(Integer.MAX_VALUE, Failures::invalid);
    }

    @Override
    protected Constraints self() {
        return this;
    }

    /** Checks the name of a schedule or of a group, which has to be there. */
    Constraints name(String path, String value) {
        return present(path, value).optionalName(path, value);
    }

    Constraints optionalName(String path, String value) {
        return length(path, value, 1, 64).pattern(path, value, NAME);
    }

    Constraints token(String value) {
        return length("clientToken", value, 1, 64).pattern("clientToken", value, TOKEN);
    }

    Constraints role(String path, String value) {
        return present(path, value).length(path, value, 1, 1600).pattern(path, value, ROLE);
    }
}
