package io.laguna.emulator.cli;

import io.laguna.pipelines.step.Answer;
import io.laguna.pipelines.step.Stage;
import io.laguna.pipelines.step.Step;
import io.laguna.pipelines.step.StepListener;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The display of a pipeline's steps and queries as they run: a changing line on a terminal, a line now and then
 * elsewhere.
 */
final class StepDisplay implements StepListener, AutoCloseable {
    private static final long TERMINAL_MILLIS = 200;
    private static final long FILE_MILLIS = 15_000;

    private final Terminal terminal;
    private final Function<Step, Optional<String>> result;
    private final Map<String, Running> running = new ConcurrentSkipListMap<>();
    private final Timer clock = new Timer("step-display", true);

    /** A state that a step has had since then. */
    private record Running(String state, long since) {
        Running then(String next) {
            return next.equals(state) ? this : new Running(next, System.nanoTime());
        }

        Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - since);
        }
    }

    /**
     * Creates a display.
     *
     * @param result returns what a step that succeeded has to tell: rows
     */
    StepDisplay(Terminal terminal, Function<Step, Optional<String>> result) {
        this.terminal = terminal;
        this.result = result;
        long period = terminal.isInteractive() ? TERMINAL_MILLIS : FILE_MILLIS;
        TimerTask tick = new TimerTask() {
            @Override
            public void run() {
                show();
            }
        };
        clock.schedule(tick, period, period);
    }

    @Override
    public void placed(String place) {
        terminal.print("  " + place);
    }

    @Override
    public void changed(Stage stage, String state) {
        running.merge(stage.name(), new Running(state, System.nanoTime()), (before, now) -> before.then(state));
    }

    @Override
    public void succeeded(Step step, Duration elapsed) {
        done(step, elapsed, result.apply(step).orElse(""));
    }

    @Override
    public void answered(Answer answer) {
        done(
                answer.query(),
                answer.elapsed(),
                Terminal.count(answer.scannedBytes()) + " bytes scanned, " + answer.location());
    }

    private void done(Stage stage, Duration elapsed, String told) {
        running.remove(stage.name());
        terminal.print(
                String.format("  %-21s %-19s %8s   %s", stage.name(), stage.title(), Terminal.seconds(elapsed), told));
    }

    @Override
    public void close() {
        clock.cancel();
    }

    private void show() {
        if (running.isEmpty()) {
            return;
        }
        String line = running.entrySet().stream()
                .map(step -> step.getKey() + " " + step.getValue().state() + " "
                        + step.getValue().elapsed().toSeconds() + " s")
                .collect(Collectors.joining(" | ", "  ... ", ""));
        if (terminal.isInteractive()) {
            terminal.status(line);
        } else {
            terminal.print(line);
        }
    }
}
