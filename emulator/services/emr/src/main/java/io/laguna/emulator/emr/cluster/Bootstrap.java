package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.step.Controller;
import io.laguna.emulator.emr.step.Program;
import io.laguna.emulator.jobs.Execution;
import io.laguna.engines.driver.Drivers;
import io.laguna.engines.driver.RunOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.emr.model.BootstrapActionConfig;
import software.amazon.awssdk.services.emr.model.ErrorDetail;

/**
 * A cluster's bootstrap actions, one after the other, on the one machine that there is.
 *
 * @param primary the id in EC2 of the primary node, under which their logs are
 * @see <a href="https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-bootstrap.html">Bootstrap actions</a>
 */
record Bootstrap(Drivers drivers, ClusterEnvironment environment, String primary) {
    private static final String DOCUMENTATION = "https://docs.aws.amazon.com/emr/latest/ManagementGuide/";

    /**
     * Why a cluster cannot start.
     *
     * @param detail the same for programs
     */
    record Failure(String message, ErrorDetail detail) {}

    /**
     * Runs them until one fails or is stopped.
     *
     * @param begun told what runs, so that it can be stopped
     */
    Optional<Failure> run(List<BootstrapActionConfig> actions, Consumer<Execution> begun) {
        for (int number = 1; number <= actions.size(); number++) {
            BootstrapActionConfig action = actions.get(number - 1);
            Program program;
            try {
                program = environment
                        .bootstrapAction(number)
                        .script(
                                action.name(),
                                action.scriptBootstrapAction().path(),
                                action.scriptBootstrapAction().args());
            } catch (IOException e) {
                return Optional.of(notDownloaded(number, action, e));
            }
            Controller controller = new Controller(
                    drivers,
                    environment.s3(),
                    environment.folders().bootstrapAction(number),
                    environment.folders().bootstrapActionLogs(primary, number));
            begun.accept(controller.execution());
            controller.begin(environment.notes(), () -> program);
            RunOutcome outcome = controller.execution().end();
            if (outcome instanceof RunOutcome.Failed failed) {
                return Optional.of(nonZero(number, action, failed));
            }
            if (outcome instanceof RunOutcome.Stopped) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Failure nonZero(int number, BootstrapActionConfig action, RunOutcome.Failed failed) {
        String message = "On the master instance (" + primary + "), bootstrap action " + number
                + " returned a non-zero return code";
        return failure(
                "BOOTSTRAP_FAILURE_PRIMARY_WITH_NON_ZERO_CODE",
                message,
                number,
                action,
                Map.of("return-code", Integer.toString(failed.exitCode())));
    }

    private Failure notDownloaded(int number, BootstrapActionConfig action, IOException reason) {
        String message = "Master instance (" + primary + ") failed attempting to download bootstrap action " + number
                + " file from S3: " + reason.getMessage();
        return failure("BOOTSTRAP_FAILURE_BA_DOWNLOAD_FAILED_PRIMARY", message, number, action, Map.of());
    }

    private Failure failure(
            String code, String message, int number, BootstrapActionConfig action, Map<String, String> more) {
        Map<String, String> data = new TreeMap<>(more);
        data.put("primary-instance-id", primary);
        data.put("bootstrap-action", Integer.toString(number));
        data.put("amazon-s3-path", action.scriptBootstrapAction().path());
        data.put("public-doc", DOCUMENTATION + code + ".html");
        return new Failure(
                message,
                ErrorDetail.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .errorData(List.of(data))
                        .build());
    }
}
