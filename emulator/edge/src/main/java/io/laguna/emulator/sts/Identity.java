package io.laguna.emulator.sts;

import io.laguna.emulator.kit.Caller;

/**
 * The identity of a caller, as far as it has been established.
 *
 * @param caller the account and region that ARNs are made of
 */
public record Identity(Caller caller, Principal principal) {}
