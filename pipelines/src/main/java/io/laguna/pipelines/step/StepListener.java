package io.laguna.pipelines.step;

import java.time.Duration;

/** Is told how the steps and queries of a pipeline get on. */
public interface StepListener {
    /** Listens to nothing. */
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

    /** Steps will run there: {@code cluster j-1K48XXXXXXHCB}. */
    void placed(String place);

    /** The service says that the step or query is in this state; said whenever the service was asked. */
    void changed(Stage stage, String state);

    /** The step has succeeded, after it had run for this long. */
    void succeeded(Step step, Duration elapsed);

    /** The query has succeeded. */
    void answered(Answer answer);
}
