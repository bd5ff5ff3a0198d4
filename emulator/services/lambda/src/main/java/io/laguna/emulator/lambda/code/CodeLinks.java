package io.laguna.emulator.lambda.code;

/** The places at which code can be fetched for a while. */
@FunctionalInterface
public interface CodeLinks {
    /** Returns an address that gives the zip file for ten minutes. */
    String to(CodeHash code);
}
