package io.laguna.emulator.apigateway.backend;

/** The reasons why an integration has no answer. */
public enum TargetFault {
    /** The function is not there, or does not let this API call it. */
    REFUSED,

    /** The function failed, or returned what is no answer. */
    FAILED,
    TIMED_OUT,
    UNREACHABLE,
    TOO_LARGE
}
