package io.laguna.emulator.events;

import io.laguna.emulator.kit.request.MemberConstraints;

/** The constraints on a request's members that the API declares, checked before anything is done. */
final class Constraints extends MemberConstraints<Constraints> {
    private static final int SHOWN = 256;

    Constraints() {
        super(SHOWN, Failures::validation);
    }

    @Override
    protected Constraints self() {
        return this;
    }
}
