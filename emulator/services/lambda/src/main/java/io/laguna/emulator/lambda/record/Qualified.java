package io.laguna.emulator.lambda.record;

import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.lambda.request.Failures;
import io.laguna.emulator.lambda.request.FunctionName;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.AliasRoutingConfiguration;

/** The version that is meant by a function's name with a qualifier, over one connection to the state. */
public record Qualified(Handle handle, Seal seal) {
    /**
     * Returns the version.
     *
     * @throws software.amazon.awssdk.services.lambda.model.ResourceNotFoundException when it is not there
     */
    public Version find(FunctionName name) {
        return find(name, false);
    }

    /** Returns the version for one invocation: an alias with weights has several. */
    public Version choose(FunctionName name) {
        return find(name, true);
    }

    private Version find(FunctionName name, boolean weighted) {
        FunctionRecords functions = new FunctionRecords(handle, seal);
        FunctionRow function = functions.require(name);
        String qualifier = name.qualifier().orElse(FunctionName.LATEST);
        return number(qualifier)
                .or(() -> new AliasRecords(handle)
                        .find(function, qualifier)
                        .map(alias -> weighted ? chosen(alias) : alias.functionVersion())
                        .flatMap(Qualified::number))
                .flatMap(number -> functions.version(function, number))
                .orElseThrow(() -> Failures.noFunction(name));
    }

    /** Returns the number of a version; empty for the name of an alias. */
    public static Optional<Long> number(String qualifier) {
        if (qualifier.equals(FunctionName.LATEST)) {
            return Optional.of(0L);
        }
        return qualifier.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.parseLong(qualifier)) : Optional.empty();
    }

    private static String chosen(AliasConfiguration alias) {
        double point = ThreadLocalRandom.current().nextDouble();
        Map<String, Double> weights = Optional.ofNullable(alias.routingConfig())
                .map(AliasRoutingConfiguration::additionalVersionWeights)
                .orElse(Map.of());
        for (Map.Entry<String, Double> each : weights.entrySet()) {
            point -= each.getValue();
            if (point < 0) {
                return each.getKey();
            }
        }
        return alias.functionVersion();
    }
}
