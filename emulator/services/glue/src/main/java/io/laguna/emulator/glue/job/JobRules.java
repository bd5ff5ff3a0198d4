package io.laguna.emulator.glue.job;

import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.model.ExecutionClass;
import software.amazon.awssdk.services.glue.model.ExecutionProperty;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.glue.model.JobMode;
import software.amazon.awssdk.services.glue.model.NotificationProperty;
import software.amazon.awssdk.services.glue.model.StartJobRunRequest;

/**
 * The rules for jobs and for the requests of their runs.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-job.html">Jobs</a>
 */
final class JobRules {
    /** "Jobs must have timeout values less than 7 days or 10080 minutes." */
    private static final int LONGEST_MINUTES = 10_080;

    private static final int MOST_RETRIES = 10;
    private static final int MOST_ARGUMENTS = 260 * 1024;

    private static final Pattern VERSION = Pattern.compile("\\w+\\.\\w+");
    private static final Pattern PYTHON = Pattern.compile("[2-3]|3[.]9");
    private static final Pattern WINDOW = Pattern.compile("(Sun|Mon|Tue|Wed|Thu|Fri|Sat):([01]?[0-9]|2[0-3])");
    private static final List<String> WORKER_TYPES = List.of(
            "Standard",
            "G.1X",
            "G.2X",
            "G.025X",
            "G.4X",
            "G.8X",
            "G.12X",
            "G.16X",
            "R.1X",
            "R.2X",
            "R.4X",
            "R.8X",
            "Z.2X");

    private JobRules() {}

    /** Checks a name in a request. */
    static void name(String path, String name) {
        new Constraints().name(path, name).check();
    }

    /**
     * Checks a definition as a request gives it.
     *
     * @throws software.amazon.awssdk.services.glue.model.InvalidInputException for one that Glue or Laguna has not
     */
    static void check(Job job) {
        Constraints constraints = new Constraints()
                .present("role", job.role())
                .length("role", job.role(), 0, 2048)
                .present("command", job.command())
                .lines("description", job.description(), 2048)
                .length("logUri", job.logUri(), 0, 2048)
                .oneOf("jobMode", job.jobModeAsString(), JobMode.knownValues())
                .range("timeout", job.timeout(), 1, Integer.MAX_VALUE)
                .optionalName("securityConfiguration", job.securityConfiguration())
                .length("glueVersion", job.glueVersion(), 1, 255)
                .pattern("glueVersion", job.glueVersion(), VERSION, "^\\w+\\.\\w+$")
                .oneOf("workerType", job.workerTypeAsString(), WORKER_TYPES)
                .oneOf("executionClass", job.executionClassAsString(), ExecutionClass.knownValues())
                .pattern("maintenanceWindow", job.maintenanceWindow(), WINDOW);
        notification(constraints, job.notificationProperty());
        arguments(constraints, "defaultArguments", job.defaultArguments());
        arguments(constraints, "nonOverridableArguments", job.nonOverridableArguments());
        Optional.ofNullable(job.command()).ifPresent(command -> constraints
                .length("command.name", command.name(), 0, 255)
                .length("command.scriptLocation", command.scriptLocation(), 0, 400_000)
                .pattern("command.pythonVersion", command.pythonVersion(), PYTHON, "^([2-3]|3[.]9)$")
                .length("command.runtime", command.runtime(), 0, 64));
        constraints.check();
        if (!job.codeGenConfigurationNodes().isEmpty()) {
            throw Failures.invalid("CodeGenConfigurationNodes, from which Glue Studio generates a script, are not"
                    + " implemented by Laguna: give the script itself in Command.ScriptLocation.");
        }
        Kind kind = Kind.of(job.command());
        if (job.command().scriptLocation() == null
                || job.command().scriptLocation().isBlank()) {
            throw Failures.invalid("Command.ScriptLocation is required.");
        }
        if ("2".equals(job.command().pythonVersion())) {
            throw Failures.invalid("Python 2 is not supported by AWS Glue any more: set Command.PythonVersion to 3.");
        }
        timeout(job.timeout());
        int retries = Optional.ofNullable(job.maxRetries()).orElse(0);
        if (retries < 0 || retries > MOST_RETRIES) {
            throw Failures.invalid("MaxRetries must be between 0 and " + MOST_RETRIES + ".");
        }
        int runs = Optional.ofNullable(job.executionProperty())
                .map(ExecutionProperty::maxConcurrentRuns)
                .orElse(1);
        if (runs < 0) {
            throw Failures.invalid("MaxConcurrentRuns must not be negative.");
        }
        flex(kind, job.glueVersion(), job.executionClassAsString());
        size(List.of(job.defaultArguments(), job.nonOverridableArguments()));
    }

    static void check(StartJobRunRequest request) {
        Constraints constraints = new Constraints()
                .name("jobName", request.jobName())
                .optionalName("jobRunId", request.jobRunId())
                .range("timeout", request.timeout(), 1, Integer.MAX_VALUE)
                .optionalName("securityConfiguration", request.securityConfiguration())
                .oneOf("workerType", request.workerTypeAsString(), WORKER_TYPES)
                .oneOf("executionClass", request.executionClassAsString(), ExecutionClass.knownValues())
                .length("executionRoleSessionPolicy", request.executionRoleSessionPolicy(), 2, 2048);
        notification(constraints, request.notificationProperty());
        arguments(constraints, "arguments", request.arguments());
        constraints.check();
        timeout(request.timeout());
        size(List.of(request.arguments()));
    }

    /** Checks that a run's class is one of its job's kind: "only jobs with Glue version 3.0 and above and glueetl". */
    static void flex(Kind kind, String version, String executionClass) {
        if (ExecutionClass.FLEX.toString().equals(executionClass)
                && (kind != Kind.SPARK || !GlueVersion.of(version).isAtLeast(GlueVersion.V3_0))) {
            throw Failures.invalid("The FLEX execution class is only for glueetl jobs of Glue version 3.0 and above.");
        }
    }

    private static void timeout(Integer minutes) {
        if (minutes != null && minutes > LONGEST_MINUTES) {
            throw Failures.invalid("Timeout must be at most " + LONGEST_MINUTES + " minutes.");
        }
    }

    private static void notification(Constraints constraints, NotificationProperty property) {
        Optional.ofNullable(property)
                .ifPresent(given -> constraints.range(
                        "notificationProperty.notifyDelayAfter", given.notifyDelayAfter(), 1, Integer.MAX_VALUE));
    }

    private static void arguments(Constraints constraints, String path, Map<String, String> arguments) {
        arguments.forEach((key, value) -> constraints
                .length(path + ".key", key, 1, MOST_ARGUMENTS)
                .length(path + "." + key, value, 0, MOST_ARGUMENTS));
    }

    private static void size(List<Map<String, String>> arguments) {
        int size = arguments.stream()
                .flatMap(map -> map.entrySet().stream())
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .mapToInt(String::length)
                .sum();
        if (size > MOST_ARGUMENTS) {
            throw Failures.invalid(
                    "The arguments have " + size + " characters; at most " + MOST_ARGUMENTS + " are allowed.");
        }
    }
}
