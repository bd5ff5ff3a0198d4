package io.laguna.apps.lake;

/** A job was called with arguments it does not take. The message says which, followed by the usage. */
public final class UsageException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UsageException(String problem, String usage) {
        super(problem + System.lineSeparator() + usage);
    }
}
