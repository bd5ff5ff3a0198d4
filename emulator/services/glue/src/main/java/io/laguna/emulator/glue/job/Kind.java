package io.laguna.emulator.glue.job;

import io.laguna.emulator.glue.request.Failures;
import java.util.Arrays;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.glue.model.JobCommand;

/**
 * The kind of a job.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_JobCommand.html">JobCommand</a>
 */
enum Kind {
    SPARK("glueetl"),
    PYTHON_SHELL("pythonshell");

    private final String command;

    Kind(String command) {
        this.command = command;
    }

    /**
     * Returns the kind of a command.
     *
     * @throws software.amazon.awssdk.services.glue.model.InvalidInputException for one that does not run here
     */
    static Kind of(JobCommand command) {
        return Arrays.stream(values())
                .filter(kind -> kind.command.equals(command.name()))
                .findFirst()
                .orElseThrow(() -> Failures.invalid(refusal(command.name())));
    }

    private static String refusal(String name) {
        String here = Arrays.stream(values()).map(kind -> kind.command).collect(Collectors.joining(", "));
        return switch (String.valueOf(name)) {
            case "gluestreaming" -> "Streaming jobs (gluestreaming) are not implemented by Laguna. Commands here: "
                    + here;
            case "glueray" -> "Ray jobs (glueray) are not implemented by Laguna. Commands here: " + here;
            default -> "Command name should be one of: glueetl, gluestreaming, pythonshell, glueray. It is: " + name;
        };
    }
}
