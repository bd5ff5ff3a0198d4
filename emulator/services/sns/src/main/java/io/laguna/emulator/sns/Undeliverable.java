package io.laguna.emulator.sns;

/** A message that its subscriber will not get, however often it is tried. */
final class Undeliverable extends Exception {
    private static final long serialVersionUID = 1;

    Undeliverable(String message, Throwable cause) {
        super(message, cause);
    }
}
