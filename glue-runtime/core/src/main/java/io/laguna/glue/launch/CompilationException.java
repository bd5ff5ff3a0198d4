package io.laguna.glue.launch;

/** The failure of a Scala script that does not compile, with the compiler's first error. */
public final class CompilationException extends Exception {
    private static final long serialVersionUID = 1;

    CompilationException(String message) {
        super(message);
    }
}
