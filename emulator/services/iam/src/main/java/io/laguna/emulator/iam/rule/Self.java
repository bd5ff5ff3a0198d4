package io.laguna.emulator.iam.rule;

import io.laguna.emulator.kit.Principal;
import java.util.Optional;

/** The caller, whom many operations mean where a request names no user. */
public record Self(Principal principal) {
    /** Returns the name that a request gives, or the caller's own. */
    public String name(String given) {
        return Optional.ofNullable(given).orElseGet(this::own);
    }

    private String own() {
        return switch (principal.kind()) {
            case USER, USER_SESSION -> principal.arn().substring(principal.arn().lastIndexOf('/') + 1);
            case ROLE_SESSION, ANONYMOUS -> throw Failures.validation(
                    "Must specify userName when calling with non-User credentials");
        };
    }
}
