package io.laguna.emulator.emr.request;

import io.laguna.emulator.kit.request.MemberConstraints;

/**
 * The constraints on a request's members that the API declares, checked before anything is done.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/APIReference/API_Types.html">Data types</a>
 */
public final class Constraints extends MemberConstraints<Constraints> {
    private static final int SHOWN = 1024;

    public Constraints() {
        super(SHOWN, Failures::validation);
    }

    @Override
    protected Constraints self() {
        return this;
    }

    /** XmlStringMaxLen256. */
    public Constraints text(String path, String value) {
        return length(path, value, 0, 256);
    }
}
