package io.laguna.tests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that are skipped where Laguna was built without its Python, for want of a package index. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsPython.Condition.class)
@interface NeedsPython {
    /** The condition that Python was built. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            Path target = LagunaCommand.home().resolve("engines/python/target");
            return Files.exists(target.resolve("python/made-of"))
                    ? ConditionEvaluationResult.enabled("Python was built")
                    : ConditionEvaluationResult.disabled(
                            "Laguna was built without its Python: see " + target.resolve("refusal"));
        }
    }
}
