package io.laguna.emulator.cli;

import io.laguna.engines.Run;
import io.laguna.engines.RunOutcome;
import io.laguna.pipelines.covid.Step;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows the steps of a pipeline as they run: a changing line on a terminal, a line now and then elsewhere. */
final class StepDisplay implements AutoCloseable {
    private static final long TERMINAL_MILLIS = 200;
    private static final long FILE_MILLIS = 15_000;

    private final Terminal terminal;
    private final Function<Step, Optional<String>> result;
    private final Map<String, Running> running = new ConcurrentSkipListMap<>();
    private final Timer clock = new Timer("step-display", true);

    private record Running(Run driver, long begun) {
        Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    /** @param result what a step that succeeded has to tell: rows */
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

    void started(Step step, Run driver) {
        running.put(step.name(), new Running(driver, System.nanoTime()));
    }

    void ended(Step step, RunOutcome outcome) {
        Running ended = running.remove(step.name());
        if (outcome instanceof RunOutcome.Succeeded) {
            terminal.print(String.format(
                    "  %-21s %-19s %8s   %s",
                    step.name(),
                    step.title(),
                    Terminal.seconds(ended.elapsed()),
                    result.apply(step).orElse("")));
        }
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
                .map(step -> step.getKey()
                        + step.getValue()
                                .driver()
                                .progress()
                                .map(stage -> " stage " + stage.stage() + " (" + stage.done() + "/" + stage.tasks()
                                        + " tasks)")
                                .orElse("")
                        + " " + step.getValue().elapsed().toSeconds() + " s")
                .collect(Collectors.joining(" | ", "  ... ", ""));
        if (terminal.isInteractive()) {
            terminal.status(line);
        } else {
            terminal.print(line);
        }
    }
}
