package io.laguna.pipelines.covid;

import java.time.Duration;

/** Is told how the steps of a pipeline get on. */
public interface StepListener {
    /** Listens to nothing. */
    StepListener SILENT = new StepListener() {
        @Override
        public void placed(String place) {}

        @Override
        public void changed(Step step, String state) {}

        @Override
        public void succeeded(Step step, Duration elapsed) {}
    };

    /** Steps will run there: {@code cluster j-1K48XXXXXXHCB}. */
    void placed(String place);

    /** The service says that the step is in this state; said whenever the service was asked. */
    void changed(Step step, String state);

    /** The step has succeeded, after it had run for this long. */
    void succeeded(Step step, Duration elapsed);
}
