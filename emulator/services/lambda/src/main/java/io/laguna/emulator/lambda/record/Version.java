package io.laguna.emulator.lambda.record;

import io.laguna.emulator.lambda.code.CodeHash;
import io.laguna.emulator.lambda.request.FunctionName;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/**
 * A version of a function.
 *
 * @param number 0 for {@code $LATEST}
 * @param configuration without its ARN, which is that by which somebody asks
 * @param layers the codes of its layers, in their order
 */
public record Version(
        FunctionRow function, long number, FunctionConfiguration configuration, CodeHash code, List<CodeHash> layers) {
    public Version {
        layers = List.copyOf(layers);
    }

    /** Returns how the version is called: {@code $LATEST}, {@code 3}. */
    public String name() {
        return name(number);
    }

    public static String name(long number) {
        return number == 0 ? FunctionName.LATEST : Long.toString(number);
    }

    /** Returns the configuration as somebody sees it who asks by a qualifier, or by none. */
    public FunctionConfiguration as(Optional<String> qualifier) {
        return configuration.toBuilder()
                .functionArn(
                        function.arn() + qualifier.map(named -> ":" + named).orElse(""))
                .build();
    }

    /** Returns the version with another configuration. */
    public Version with(FunctionConfiguration other) {
        return new Version(function, number, other, code, layers);
    }

    /** Returns the version without the values of its environment. */
    @Override
    public String toString() {
        return function.arn() + ":" + name();
    }
}
