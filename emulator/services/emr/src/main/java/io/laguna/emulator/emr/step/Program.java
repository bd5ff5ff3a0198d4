package io.laguna.emulator.emr.step;

import io.laguna.engines.driver.Command;
import io.laguna.engines.driver.SparkSubmission;
import java.util.ArrayList;
import java.util.List;

/** The program that a step runs. */
public sealed interface Program {
    /** Returns the command line, for the log. */
    List<String> words();

    /** A Spark driver. */
    record Spark(SparkSubmission submission) implements Program {
        @Override
        public List<String> words() {
            List<String> words = new ArrayList<>(List.of("spark-submit"));
            words.addAll(submission.arguments());
            return words;
        }
    }

    /** Any other program. */
    record Plain(Command command) implements Program {
        @Override
        public List<String> words() {
            return command.words();
        }
    }

    /** No program, with the reason why. */
    record Refused(String reason) implements Program {
        @Override
        public List<String> words() {
            return List.of();
        }
    }
}
