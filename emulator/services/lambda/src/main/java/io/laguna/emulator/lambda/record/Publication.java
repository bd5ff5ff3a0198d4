package io.laguna.emulator.lambda.record;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lambda.model.AliasRoutingConfiguration;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * The publication of what a function is now, as a version that changes no more.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html">Versions</a>
 */
public record Publication(FunctionContext context, Handle transaction) {
    /** Returns the new version, or the last one when nothing has changed since. */
    public Version of(Version latest, Optional<String> description) {
        FunctionRecords functions = context.functions(transaction);
        Optional<Version> last =
                functions.version(latest.function(), latest.function().lastVersion());
        if (last.isPresent() && last.get().number() > 0 && isSame(last.get(), latest)) {
            return last.get();
        }
        long number = functions.nextVersion(latest.function());
        FunctionConfiguration.Builder configuration = latest.configuration().toBuilder()
                .version(Version.name(number))
                .revisionId(UUID.randomUUID().toString());
        description.ifPresent(configuration::description);
        Version made = new Version(latest.function(), number, configuration.build(), latest.code(), latest.layers());
        functions.put(made);
        return made;
    }

    private static boolean isSame(Version one, Version other) {
        return one.code().equals(other.code())
                && one.layers().equals(other.layers())
                && comparable(one).equals(comparable(other));
    }

    private static FunctionConfiguration comparable(Version version) {
        return version.configuration().toBuilder()
                .version("")
                .revisionId("")
                .lastModified("")
                .description("")
                .environment(Optional.ofNullable(version.configuration().environment())
                        .orElseGet(() -> EnvironmentResponse.builder().build()))
                .build();
    }

    /** Tells whether an alias leads to a version. */
    public static boolean isNamed(Handle handle, FunctionRow function, String version) {
        return new AliasRecords(handle)
                .all(function).stream()
                        .anyMatch(alias -> alias.functionVersion().equals(version)
                                || Optional.ofNullable(alias.routingConfig())
                                        .map(AliasRoutingConfiguration::additionalVersionWeights)
                                        .filter(weights -> weights.containsKey(version))
                                        .isPresent());
    }
}
