package io.laguna.pipelines.run;

import io.laguna.pipelines.step.Answer;
import io.laguna.pipelines.step.Stage;
import io.laguna.pipelines.step.Step;
import io.laguna.pipelines.step.StepListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that keeps what it is told, but not the same twice in a row. */
public final class StepNotes implements StepListener {
    private final List<String> notes = new CopyOnWriteArrayList<>();

    public List<String> notes() {
        return notes;
    }

    @Override
    public void placed(String place) {
        notes.add(place);
    }

    @Override
    public void changed(Stage stage, String state) {
        String note = stage.name() + " " + state;
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    @Override
    public void succeeded(Step step, Duration elapsed) {
        notes.add(step.name() + " succeeded");
    }

    @Override
    public void answered(Answer answer) {
        notes.add(answer.query().name() + " answered");
    }
}
