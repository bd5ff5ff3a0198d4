package io.laguna.emulator.secretsmanager;

/** The client request token of a request, which is the id of the version that the request makes. */
final class Token {
    private Token() {}

    /** Returns the token. SDKs make one; whoever calls without an SDK has to give it. */
    static String of(String given) {
        if (given == null) {
            throw Failures.request("You must provide a ClientRequestToken value. We recommend a UUID-type value.");
        }
        return given;
    }
}
