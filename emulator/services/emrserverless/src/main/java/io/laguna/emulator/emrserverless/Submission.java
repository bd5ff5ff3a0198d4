package io.laguna.emulator.emrserverless;

import io.laguna.emulator.jobs.Classification;
import io.laguna.engines.driver.JobEnvironment;
import io.laguna.engines.driver.SparkSubmission;
import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.ShellWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.emrserverless.model.Application;
import software.amazon.awssdk.services.emrserverless.model.Configuration;
import software.amazon.awssdk.services.emrserverless.model.ConfigurationOverrides;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.SparkSubmit;

/**
 * The submission to Spark that a job run means on this machine.
 *
 * @param spark the command line and where it runs
 * @param workers the workers that the run asks for
 */
record Submission(SparkSubmission spark, Workers workers) {
    /**
     * Reads the run's own parameters over its configuration over the application's.
     *
     * @throws software.amazon.awssdk.services.emrserverless.model.ValidationException when they cannot be read
     */
    static Submission of(Application application, JobRun run) {
        SparkSubmit submit = run.jobDriver().sparkSubmit();
        List<Classification> configurations = new ArrayList<>(classifications(application.runtimeConfiguration()));
        Optional.ofNullable(run.configurationOverrides())
                .map(ConfigurationOverrides::applicationConfiguration)
                .ifPresent(own -> configurations.addAll(classifications(own)));
        JobEnvironment environment = Classification.environment(configurations, Optional.empty())
                .in(region(application))
                .withFilesForDriver();
        List<String> words =
                words(Optional.ofNullable(submit.sparkSubmitParameters()).orElse(""));
        SparkProperties properties = SparkProperties.of(environment.spark(), words);
        List<String> arguments = new ArrayList<>(words);
        arguments.add(submit.entryPoint());
        arguments.addAll(submit.entryPointArguments());
        return new Submission(
                new SparkSubmission(run.jobRunId(), arguments, environment.withVariables(properties.driverVariables())),
                Workers.of(properties));
    }

    private static List<String> words(String parameters) {
        try {
            return ShellWords.split("sparkSubmitParameters", parameters);
        } catch (EngineFailure e) {
            throw Failures.invalid(e.getMessage());
        }
    }

    /** Returns the region that the application was made in: the fourth part of its ARN. */
    private static String region(Application application) {
        return application.arn().split(":", -1)[3];
    }

    private static List<Classification> classifications(List<Configuration> configurations) {
        return configurations.stream()
                .map(each -> new Classification(
                        each.classification(), each.properties(), classifications(each.configurations())))
                .toList();
    }
}
