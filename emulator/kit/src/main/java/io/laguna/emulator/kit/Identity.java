package io.laguna.emulator.kit;

/**
 * The identity of a caller, as far as it has been established.
 *
 * @param caller the account and region that ARNs are made of
 */
public record Identity(Caller caller, Principal principal) {
    /** Returns the identity of somebody who calls without HTTP: a user of the caller's account. */
    public static Identity of(Caller caller, String userName) {
        return new Identity(caller, Principal.user(caller.accountId(), userName));
    }
}
