package io.laguna.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The program. Its first argument is the file for its answer, its second, where there is one, an include path whose tables
 * are described. The address and the login are in the environment, where no list of processes shows them.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        try (Answer answer = new Answer(Path.of(arguments[0]))) {
            try (Connection connection = new Login(System.getenv()).open()) {
                if (arguments.length > 1) {
                    new Tables(connection).describe(arguments[1], answer);
                }
                answer.line("done");
            } catch (SQLException | RuntimeException | LinkageError e) {
                answer.line("failed", reason(e));
            }
        }
        // Drivers leave threads that would keep the process.
        System.exit(0);
    }

    private static String reason(Throwable failure) {
        String reason = failure instanceof SQLException ? failure.getMessage() : failure.toString();
        Throwable cause = failure.getCause();
        boolean tells = cause != null
                && cause.getMessage() != null
                && !String.valueOf(reason).contains(cause.getMessage());
        return tells ? reason + " (" + cause.getMessage() + ")" : String.valueOf(reason);
    }
}
