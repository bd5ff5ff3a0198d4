package io.laguna.engines.driver;

import io.laguna.engines.process.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The event logs of the jobs on this machine, which Spark's history server shows. */
public record EventLogs(Workspace workspace) {
    /** Returns the event log of an application that has ended, unless it is kept elsewhere. */
    public Optional<Path> of(String applicationId) {
        return Optional.of(Scratch.history(workspace).resolve(applicationId)).filter(Files::exists);
    }
}
