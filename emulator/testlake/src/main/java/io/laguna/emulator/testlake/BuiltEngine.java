package io.laguna.emulator.testlake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An engine that Laguna is built without where no index of packages is reached. */
public final class BuiltEngine {
    private BuiltEngine() {}

    /** Returns the runtime of functions in Python. Skips the test where Laguna was built without its Python. */
    public static String python() {
        assume("python", "its Python");
        return "python3.12";
    }

    /**
     * Skips the test where Laguna was built without an engine.
     *
     * @param engine the name of its folder
     * @param name what the reader of the tests' output is told
     */
    public static void assume(String engine, String name) {
        assumeTrue(isBuilt(engine), () -> without(engine, name));
    }

    private static boolean isBuilt(String engine) {
        return Files.exists(target(engine).resolve(engine).resolve("made-of"));
    }

    private static String without(String engine, String name) {
        return "Laguna was built without " + name + ": see " + target(engine).resolve("refusal");
    }

    private static Path target(String engine) {
        return Path.of(System.getProperty("laguna.home"), "engines", engine, "target");
    }

    /** The condition of a class of tests all of which need Laguna's Python. */
    public static final class Python implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return isBuilt("python")
                    ? ConditionEvaluationResult.enabled("Python was built")
                    : ConditionEvaluationResult.disabled(without("python", "its Python"));
        }
    }
}
