package io.laguna.pipelines.step;

import java.time.Duration;

/** A listener to the progress of a pipeline's steps and queries. */
public interface StepListener {
    /** A listener that does nothing. */
    StepListener SILENT = new StepListener() {
        @Override
        public void placed(String place) {}

        @Override
        public void changed(Stage stage, String state) {}

        @Override
        public void succeeded(Step step, Duration elapsed) {}

        @Override
        public void answered(Answer answer) {}
    };

    /** Called when the place of the steps is known: {@code cluster j-1K48XXXXXXHCB}. */
    void placed(String place);

    /** Called with the state of a step or query, each time the service was asked for it. */
    void changed(Stage stage, String state);

    /** Called when a step has succeeded, with the time it had run. */
    void succeeded(Step step, Duration elapsed);

    /** Called when a query has succeeded. */
    void answered(Answer answer);
}
