package io.laguna.engines.yarn;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Workspace;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A run as YARN has it: the applications that carry its tag. By the tag a later process of Laguna finds the
 * applications of a run.
 *
 * @param tag {@code laguna:emr/000000000000/j-1/steps/s-1}, in lower case as YARN keeps it
 */
public record YarnJob(YarnCluster cluster, String tag) {
    /** The bytes at the end of a log that tell why its process ended. */
    private static final int LOG_TAIL = 1 << 18;

    /** Returns the job of the run that keeps its files in a folder. */
    public static YarnJob of(YarnCluster cluster, Workspace workspace, Path folder) {
        String name = workspace
                .state()
                .relativize(folder.toAbsolutePath().normalize())
                .toString();
        return new YarnJob(cluster, "laguna:" + name.toLowerCase(Locale.ROOT));
    }

    /** Returns the tag of applications whose driver is on the cluster: they live on without Laguna. */
    public String detachedTag() {
        return tag + ":cluster";
    }

    /**
     * Returns the applications of the run.
     *
     * @throws EngineFailure when YARN does not answer
     */
    List<YarnApplication> applications() {
        return cluster.resourceManager().applications(tag);
    }

    /** Returns the applications of the run, or none when YARN does not answer. */
    public List<YarnApplication> seen() {
        try {
            return applications();
        } catch (EngineFailure e) {
            return List.of();
        }
    }

    /** Tells whether the run has applications, or YARN does not answer. */
    public boolean mayHaveApplications() {
        try {
            return !applications().isEmpty();
        } catch (EngineFailure e) {
            return true;
        }
    }

    /** Returns what {@link #detached} returns, or nothing when YARN does not answer. */
    public Optional<YarnApplication> seenDetached() {
        try {
            return detached();
        } catch (EngineFailure e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the application that goes on without Laguna.
     *
     * @throws EngineFailure when YARN does not answer
     */
    public Optional<YarnApplication> detached() {
        return cluster.resourceManager().applications(detachedTag()).stream().reduce((first, last) -> last);
    }

    /** Returns the address of an application's pages, which exist as long as the application runs. */
    public URI pages(YarnApplication application) {
        return cluster.pages().resolve("/proxy/" + application.id() + "/");
    }

    /** Returns the last lines that the driver of an application has printed, or nothing when nobody has them. */
    public Optional<List<String>> driverOutput(YarnApplication application) {
        try {
            return cluster.resourceManager().driverLogs(application.id()).map(page -> cluster.logs()
                    .end(page, "stdout", LOG_TAIL)
                    .text()
                    .lines()
                    .toList());
        } catch (EngineFailure e) {
            return Optional.empty();
        }
    }

    public void kill() {
        applications().stream()
                .filter(application -> !application.hasEnded())
                .forEach(application -> cluster.resourceManager().kill(application.id()));
    }
}
