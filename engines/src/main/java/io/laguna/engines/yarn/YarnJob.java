package io.laguna.engines.yarn;

import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.process.Workspace;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run is on YARN: the applications that carry its tag. The tag says whose they are to whoever comes later, another
 * process of Laguna too.
 *
 * @param tag {@code laguna:emr/000000000000/j-1/steps/s-1}, in lower case as YARN keeps it
 */
public record YarnJob(YarnCluster cluster, String tag) {
    /** Of a run that keeps its files there. */
    public static YarnJob of(YarnCluster cluster, Workspace workspace, Path folder) {
        String name = workspace
                .state()
                .relativize(folder.toAbsolutePath().normalize())
                .toString();
        return new YarnJob(cluster, "laguna:" + name.toLowerCase(Locale.ROOT));
    }

    /** The tag of applications whose driver is on the cluster: they live on without Laguna. */
    public String detachedTag() {
        return tag + ":cluster";
    }

    /** @throws EngineFailure when YARN does not answer */
    List<YarnApplication> applications() {
        return cluster.resourceManager().applications(tag);
    }

    /** The same for who only wants to look: none when YARN does not answer. */
    public List<YarnApplication> seen() {
        try {
            return applications();
        } catch (EngineFailure e) {
            return List.of();
        }
    }

    /** As {@link #detached}, for who only wants to look. */
    public Optional<YarnApplication> seenDetached() {
        try {
            return detached();
        } catch (EngineFailure e) {
            return Optional.empty();
        }
    }

    /**
     * The application that goes on without Laguna.
     *
     * @throws EngineFailure when YARN does not answer
     */
    public Optional<YarnApplication> detached() {
        return cluster.resourceManager().applications(detachedTag()).stream().reduce((first, last) -> last);
    }

    /** The pages of an application, which it has as long as it runs. */
    public URI pages(YarnApplication application) {
        return cluster.pages().resolve("/proxy/" + application.id() + "/");
    }

    public void kill() {
        applications().stream()
                .filter(application -> !application.hasEnded())
                .forEach(application -> cluster.resourceManager().kill(application.id()));
    }
}
