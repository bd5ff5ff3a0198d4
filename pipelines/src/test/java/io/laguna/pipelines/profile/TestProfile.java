package io.laguna.pipelines.profile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The shipped profile of AWS, with short waits. */
public final class TestProfile {
    private TestProfile() {}

    public static Profile of(Via via) {
        return of(via, Duration.ofSeconds(10));
    }

    /**
     * Returns the profile with another deadline.
     *
     * @param deadline of steps
     */
    public static Profile of(Via via, Duration deadline) {
        Path home = Path.of("..").toAbsolutePath().normalize();
        Profile aws =
                ProfileFile.read(home.resolve("profiles/aws.properties"), home).profile(Map.of(), Optional.of(via));
        return new Profile(
                Path.of("profiles/aws.properties"),
                aws.region(),
                aws.endpoint(),
                aws.zones(),
                aws.code(),
                aws.logUri(),
                aws.releaseLabel(),
                aws.source(),
                aws.passwordToStore(),
                aws.jobs(),
                aws.catalog(),
                aws.configurations(),
                aws.place(),
                aws.queries(),
                aws.functions(),
                new Patience(Duration.ofMillis(1), Duration.ofSeconds(1), deadline, Duration.ofMillis(500)),
                aws.placeholders());
    }
}
