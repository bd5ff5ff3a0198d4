package io.laguna.emulator.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The log files of a job: on this machine while it runs, and in S3 too when it has ended.
 *
 * @param folder the folder on this machine
 * @param place the folder in S3; empty when the user asks for none
 * @param names the names of the files; one that the job has not written is left out
 */
public record LogFiles(S3Client s3, Path folder, Optional<LogFolder> place, List<String> names) {
    /**
     * Puts the files into S3, in the order of their names.
     *
     * @param undelivered told of every file that cannot be put there, and why
     */
    public void deliver(Consumer<String> undelivered) {
        place.ifPresent(to -> names.stream()
                .filter(name -> Files.exists(folder.resolve(name)))
                .forEach(name -> to.put(s3, name, folder.resolve(name)).ifPresent(undelivered)));
    }

    /** Returns where the user reads the standard error: a URI of S3, or a path on this machine. */
    public String errorLog() {
        return place.map(to -> to.uri("stderr"))
                .orElseGet(() -> folder.resolve("stderr").toString());
    }
}
