package io.laguna.emulator.emr.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step as it was asked for.
 *
 * @param jar {@code command-runner.jar}, or where a jar is
 * @param properties system properties of a custom jar
 * @see <a href="https://docs.aws.amazon.com/emr/latest/APIReference/API_HadoopJarStepConfig.html">HadoopJarStepConfig</a>
 */
public record JarStep(
        String name, String jar, Optional<String> mainClass, List<String> arguments, Map<String, String> properties) {
    public JarStep {
        arguments = List.copyOf(arguments);
        properties = Map.copyOf(properties);
    }

    /** The last part of the jar's path, which is what tells EMR's own jars from others. */
    String jarName() {
        return jar.substring(jar.lastIndexOf('/') + 1);
    }
}
