package io.laguna.apps.lake;

/** The failure of a call with arguments that the job does not take. The message names them, followed by the usage. */
public final class UsageException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UsageException(String problem, String usage) {
        super(problem + System.lineSeparator() + usage);
    }
}
